using System.Collections.Frozen;
using Phira.PluginService.Core.Plugins;
using static Phira.PluginService.Core.Plugins.PluginState;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>From which state a plugin may move to which. Nothing else is ever recorded.</summary>
internal static class LifecycleMoves
{
    /// <summary>The states of a plugin that is not loaded, or whose loading ends by a fault of the host.</summary>
    private static readonly PluginState[] Idle = [Discovered, Resolved, Quarantined, Failed, Unloaded, Disabled];

    private static readonly FrozenDictionary<PluginState, FrozenSet<PluginState>> Allowed = new Dictionary<PluginState, PluginState[]>
    {
        [Discovered] = Idle,
        [Resolved] = [PendingApproval, Compiled, .. Idle],
        [Compiled] = [Loaded, .. Idle],
        [Loaded] = [Initialized, .. Idle],
        [Initialized] = [Running, Stopped, .. Idle],

        // To itself: another instance has taken over, or a configuration was rolled back.
        [Running] = [Running, Stopping, Failed],
        [Stopping] = [Stopped, Failed, Unloaded, Disabled],
        [Stopped] = [Running, .. Idle],

        // Straight to compiled: started again from what is known already.
        [Unloaded] = [Compiled, .. Idle],
        [PendingApproval] = Idle,
        [Disabled] = Idle,

        // Straight to running: a replacement that was being made when the old instance was lost.
        [Failed] = [Compiled, Running, .. Idle],
        [Quarantined] = Idle,
    }.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToFrozenSet());

    /// <summary>Whether a plugin may move.</summary>
    public static bool IsAllowed(PluginState from, PluginState to) => Allowed[from].Contains(to);
}
