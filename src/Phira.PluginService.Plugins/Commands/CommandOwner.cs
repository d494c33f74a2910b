using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Subscriptions;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>An active plugin, as the command registry knows it.</summary>
internal sealed record CommandOwner(PluginName Plugin, Mailbox Mailbox, Registrations Registrations);
