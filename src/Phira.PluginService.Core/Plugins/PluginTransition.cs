using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One change of a plugin's state.</summary>
/// <param name="Plugin">Which plugin.</param>
/// <param name="From">The state before; null when the plugin was just found.</param>
/// <param name="To">The state after.</param>
/// <param name="At">When.</param>
/// <param name="Cause">Who and why.</param>
/// <param name="Failure">The failure's description, when the new state is a failure.</param>
public sealed record PluginTransition(
    PluginName Plugin, PluginState? From, PluginState To, DateTimeOffset At, ChangeCause Cause, LocalizedText? Failure);
