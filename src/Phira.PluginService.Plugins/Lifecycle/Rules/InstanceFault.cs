using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Sandbox.Execution;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The loss of an instance.</summary>
/// <param name="During">The work it was at; null when it was not yet, or no more, at work.</param>
internal sealed record InstanceFault(GuestFault Fault, WorkItem? During);
