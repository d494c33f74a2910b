using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Values;

/// <summary>The names of the states.</summary>
internal static class PluginStates
{
    /// <summary>The name as plugins and administrators read it, for example <c>pending-approval</c>.</summary>
    public static string Name(this PluginState state) =>
        state == PluginState.PendingApproval ? "pending-approval" : $"{state}".ToLowerInvariant();
}
