using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The rules for the content of the plugin's folder. Content that cannot be used leaves the running version as it is.</summary>
internal static class FolderRules
{
    public static LifecycleTransition Follow(LifecycleChange change, LifecycleTrigger.FolderChanged folder) => change.State.State switch
    {
        _ when change.State.IsShuttingDown => change.Done(),
        PluginState.Running => FollowRunning(change, folder.Content, folder.Cause).Done(),
        PluginState.Stopped => FollowStopped(change, folder.Content, folder.Cause).Done(),
        _ => DesiredStateRules.Follow(change, folder.Cause).Done(),
    };

    public static LifecycleTransition Leave(LifecycleChange change, LifecycleTrigger.FolderGone gone)
    {
        if (change.IsIn(PluginState.Disabled) || change.State is { State: PluginState.Unloaded, IsHeld: false })
        {
            return change.Done();
        }

        // What cannot be read does not say that it is another plugin.
        if (gone.Unreadable is { } unreadable && change.IsIn(PluginState.Running))
        {
            return change.Then(new LifecycleTrigger.FolderRefused(unreadable)).Done();
        }

        var wasPlugin = !change.IsIn(PluginState.Discovered);
        change.Add(new DependencyEffect.TakeDownDependents(gone.Cause)).Then(new LifecycleTrigger.UnloadRequested(gone.Cause));
        return wasPlugin ? change.Done() : change.Add(new DependencyEffect.Forget()).Done();
    }

    public static LifecycleTransition Restore(LifecycleChange change, LifecycleTrigger.FilesRestored restored)
    {
        var (content, cause) = (restored.Content, restored.Cause);
        if (content is { IsLoose: true, Problem: { } problem })
        {
            return change.Then(new LifecycleTrigger.UnloadRequested(cause)).Then(new LifecycleTrigger.LoadFailed(problem, cause)).Done();
        }

        var isSame = change.State.HasInstance && content.Difference == BlueprintDifference.None;
        return change.State.Desired switch
        {
            DesiredState.Running when !change.IsIn(PluginState.Running) => change
                .Then(new LifecycleTrigger.OperationRequested(
                    change.IsIn(PluginState.Disabled) ? PluginOperation.Enable : PluginOperation.Load, cause)
                { Missing = restored.Missing })
                .Done(),
            DesiredState.Running when !isSame => change
                .Then(new LifecycleTrigger.OperationRequested(PluginOperation.Reload, cause) { Obstacle = content.Obstacle })
                .Done(),
            DesiredState.Stopped when !change.IsIn(PluginState.Stopped) || !isSame => LoadStopped(change, cause).Done(),
            // It may have been shown as the version that was undone.
            DesiredState.Unloaded => change.Then(new LifecycleTrigger.UnloadRequested(cause)).Add(new InstanceEffect.ShowFolder()).Done(),
            DesiredState.Disabled => change.Then(new LifecycleTrigger.DisableRequested(cause)).Done(),
            _ => change.Done(),
        };
    }

    public static LifecycleTransition Remove(LifecycleChange change, LifecycleTrigger.FilesRemoved removed) =>
        change.Then(new LifecycleTrigger.UnloadRequested(removed.Cause)).Add(new DependencyEffect.Forget()).Done();

    private static LifecycleChange FollowRunning(LifecycleChange change, FolderContent content, ChangeCause cause)
    {
        if ((content.Problem ?? content.Obstacle) is { } problem)
        {
            return change.Then(new LifecycleTrigger.FolderRefused(problem));
        }

        return content.Difference switch
        {
            BlueprintDifference.None => change.Then(new LifecycleTrigger.FolderRefused(null)),
            BlueprintDifference.Configuration => change.Add(new InstanceEffect.Redefine(content.Blueprint!, content.ReloadsConfig, cause)),
            _ when content.ReloadsVersion => change
                .Add(new DependencyEffect.TakeDownDependents(cause))
                .Then(new LifecycleTrigger.ReloadRequested(cause))
                .Add(new DependencyEffect.BringBackDependents(cause)),
            _ => change.Add(new ImmediateEffect.AwaitRequest(content.Difference)),
        };
    }

    private static LifecycleChange FollowStopped(LifecycleChange change, FolderContent content, ChangeCause cause)
    {
        if (content.Problem is { } problem)
        {
            return change.Then(new LifecycleTrigger.FolderRefused(problem));
        }

        return content.Difference == BlueprintDifference.None ? change : LoadStopped(change, cause);
    }

    private static LifecycleChange LoadStopped(LifecycleChange change, ChangeCause cause) => change
        .Then(new LifecycleTrigger.UnloadRequested(cause))
        .Add(new DependencyEffect.Resolve(new LoadPlan(cause) { Start = false }));
}
