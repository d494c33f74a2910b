using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Events;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>A plugin in service, as the command registry knows it.</summary>
/// <param name="Plugin">Which plugin.</param>
/// <param name="Mailbox">Where its commands go.</param>
/// <param name="Registrations">What it offers.</param>
internal sealed record CommandOwner(PluginName Plugin, Mailbox Mailbox, Registrations Registrations);
