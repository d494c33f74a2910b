using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The rules that bring a plugin into its desired state.</summary>
internal static class DesiredStateRules
{
    public static LifecycleTransition Change(LifecycleChange change, LifecycleTrigger.DesiredStateChanged changed) =>
        change.Add(new StoredEffect.EnsureWanted(changed.Desired)).Done();

    // An administrator may have been faster.
    public static LifecycleTransition Begin(LifecycleChange change, LifecycleTrigger.ServiceStarted started) =>
        change.IsIn(PluginState.Discovered) ? Follow(change, started.Cause).Done() : change.Done();

    public static LifecycleChange Follow(LifecycleChange change, ChangeCause cause) => change.State.Desired switch
    {
        DesiredState.Disabled => change.Then(new LifecycleTrigger.DisableRequested(cause)),
        DesiredState.Unloaded when change.State is { State: PluginState.Unloaded, IsHeld: false } => change,
        DesiredState.Unloaded => change.Then(new LifecycleTrigger.UnloadRequested(cause)),
        _ when change.IsIn(PluginState.Running, PluginState.Stopping, PluginState.Stopped) => change,
        var desired => change.Add(new DependencyEffect.Resolve(new LoadPlan(cause) { Start = desired == DesiredState.Running })),
    };
}
