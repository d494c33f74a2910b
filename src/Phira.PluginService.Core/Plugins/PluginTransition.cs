using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One change of a plugin's state.</summary>
/// <param name="From">The state before; null when the plugin was just found.</param>
/// <param name="Failure">The failure's description, when the new state is a failure.</param>
public sealed record PluginTransition(
    PluginName Plugin, PluginState? From, PluginState To, DateTimeOffset At, ChangeCause Cause, LocalizedText? Failure);
