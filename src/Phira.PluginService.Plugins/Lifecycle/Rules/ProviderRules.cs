using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>A plugin follows those that it cannot be without.</summary>
internal static class ProviderRules
{
    /// <summary>Whether a plugin in a state is of no use to those that need it, and does not change that by itself soon.</summary>
    public static bool IsDown(PluginState state) => state
        is PluginState.Failed or PluginState.Quarantined or PluginState.Unloaded or PluginState.Stopped or PluginState.Disabled
        or PluginState.PendingApproval;

    public static LifecycleTransition Follow(LifecycleChange change, LifecycleTrigger.ProviderLost lost)
    {
        if (!change.IsIn(PluginState.Running) || !(IsDown(lost.State) || lost.State == PluginState.Stopping))
        {
            return change.Done();
        }

        var error = new Error(PluginRuntimeErrors.ProviderNotRunning, change.State.Plugin.Value, lost.Provider.Value, lost.State.Name());
        var to = lost.State == PluginState.Stopping ? PluginState.Unloaded : PluginState.Failed;
        return change.Then(new LifecycleTrigger.HoldRequested(to, error, lost.Cause)).Done();
    }

    public static LifecycleTransition Return(LifecycleChange change, LifecycleTrigger.ProviderReturned returned) =>
        change.State.IsHeld ? change.Add(new DependencyEffect.Resolve(new LoadPlan(returned.Cause))).Done() : change.Done();
}
