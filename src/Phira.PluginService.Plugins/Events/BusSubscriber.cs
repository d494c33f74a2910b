using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Subscriptions;

namespace Phira.PluginService.Plugins.Events;

/// <summary>An active plugin, as the bus knows it.</summary>
internal sealed record BusSubscriber(PluginName Plugin, Mailbox Mailbox, Registrations Registrations, EventSequence Sequence, Action OnOverrun);
