using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;

namespace Phira.PluginService.Plugins.Events;

/// <summary>A plugin in service, as the bus knows it.</summary>
/// <param name="Plugin">Which plugin.</param>
/// <param name="Mailbox">Where its events go.</param>
/// <param name="Registrations">What it wants.</param>
/// <param name="OnOverrun">Its mailbox is beyond rescue.</param>
internal sealed record BusSubscriber(PluginName Plugin, Mailbox Mailbox, Registrations Registrations, Action OnOverrun);
