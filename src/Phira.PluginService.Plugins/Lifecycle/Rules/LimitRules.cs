using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The rules for a change of limits.</summary>
internal static class LimitRules
{
    // A stopped instance has its limits until it is loaded again; to reload it would start it.
    public static LifecycleTransition Change(LifecycleChange change, LifecycleTrigger.LimitsChanged limits) =>
        limits.NeedsInstance && change.IsIn(PluginState.Running)
            ? change.Then(new LifecycleTrigger.OperationRequested(PluginOperation.Reload, limits.Cause) { Obstacle = limits.Obstacle }).Done()
            : change.Done();
}
