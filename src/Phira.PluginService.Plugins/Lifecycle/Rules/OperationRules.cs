using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>The rules for the operations of an administrator. Every operation is idempotent.</summary>
internal static class OperationRules
{
    private static readonly ChangeCause Somebody = new("", "", "");

    public static LifecycleTransition Request(LifecycleChange change, LifecycleTrigger.OperationRequested request) =>
        Plainest(change.State, request.Operation) switch
        {
            // It may have waited since before the service began to stop.
            _ when change.State.IsShuttingDown => change.Refuse(new Error(PluginRuntimeErrors.ShuttingDown)),
            PluginOperation.Enable => Enable(change, request),
            PluginOperation.Disable => Disable(change, request),
            PluginOperation.Unload => Unload(change, request),
            _ when change.IsIn(PluginState.Disabled) => change.Refuse(new Error(PluginRuntimeErrors.Disabled, change.State.Plugin.Value)),
            PluginOperation.Load => Load(change, request),
            PluginOperation.Reload => Reload(change, request),
            PluginOperation.Start => Start(change, request),
            PluginOperation.Stop => Stop(change, request),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Operation, "A plugin knows no such operation."),
        };

    /// <summary>The operations that are offered to administrators: those that would change something, and of two that would do the same the plainer.</summary>
    public static ImmutableArray<PluginOperation> FindAllowed(LifecycleState state) => state switch
    {
        // Another operation is at work.
        { State: PluginState.Stopping } => [],

        // No operation makes a plugin of a component without a manifest; adopting it does.
        { State: PluginState.Discovered, Failure: { } failure } when failure.Code == PluginFolderErrors.NeedsManifest => [],
        _ => [.. Enum.GetValues<PluginOperation>().Where(operation => IsOffered(state, operation))],
    };

    private static bool IsOffered(LifecycleState state, PluginOperation operation) =>
        (state.State != PluginState.Disabled || operation == PluginOperation.Enable)
        && Plainest(state, operation) == operation
        && Request(new LifecycleChange(state), new LifecycleTrigger.OperationRequested(operation, Somebody)).Effects.Any(
            effect => effect is LifecycleEffect.Then or DependencyEffect.Resolve);

    /// <summary>The plainest operation that does the same in a state: a stopped plugin is started, and one without an instance is loaded.</summary>
    private static PluginOperation Plainest(LifecycleState state, PluginOperation operation) => operation switch
    {
        PluginOperation.Load when state.State == PluginState.Stopped => PluginOperation.Start,
        PluginOperation.Reload when state is { HasInstance: false, State: not (PluginState.Failed or PluginState.Quarantined) } => PluginOperation.Load,
        _ => operation,
    };

    private static LifecycleTransition Enable(LifecycleChange change, LifecycleTrigger.OperationRequested request) =>
        change.IsIn(PluginState.Disabled) ? LoadWhenResolved(change, request).Done() : change.Done();

    private static LifecycleTransition Disable(LifecycleChange change, LifecycleTrigger.OperationRequested request)
    {
        if (change.IsIn(PluginState.Disabled))
        {
            return change.Done();
        }

        return request.Dependents is { } dependents
            ? change.Refuse(dependents)
            : change.Add(new StoredEffect.Want(DesiredState.Disabled))
                .Add(new DependencyEffect.TakeDownDependents(request.Cause))
                .Then(new LifecycleTrigger.DisableRequested(request.Cause))
                .Done();
    }

    private static LifecycleTransition Unload(LifecycleChange change, LifecycleTrigger.OperationRequested request)
    {
        if (request.Dependents is { } dependents)
        {
            return change.Refuse(dependents);
        }

        change.Add(new StoredEffect.Want(DesiredState.Unloaded)).Add(new DependencyEffect.TakeDownDependents(request.Cause));
        return change is { State: { State: PluginState.Unloaded, IsHeld: false } }
            ? change.Done()
            : change.Then(new LifecycleTrigger.UnloadRequested(request.Cause)).Done();
    }

    private static LifecycleTransition Load(LifecycleChange change, LifecycleTrigger.OperationRequested request) =>
        change.IsIn(PluginState.Running)
            ? change.Add(new StoredEffect.Want(DesiredState.Running)).Done()
            : LoadWhenResolved(change, request).Done();

    private static LifecycleTransition Reload(LifecycleChange change, LifecycleTrigger.OperationRequested request)
    {
        if (!change.IsIn(PluginState.Running))
        {
            if (change.State.HasInstance)
            {
                change.Add(new StoredEffect.Want(DesiredState.Running)).Then(new LifecycleTrigger.UnloadRequested(request.Cause));
            }

            return LoadWhenResolved(change, request).Done();
        }

        return (request.Obstacle ?? request.Dependents) is { } obstacle
            ? change.Refuse(obstacle)
            : change.Add(new DependencyEffect.TakeDownDependents(request.Cause))
                .Then(new LifecycleTrigger.ReloadRequested(request.Cause))
                .Add(new DependencyEffect.BringBackDependents(request.Cause))
                .Done();
    }

    private static LifecycleTransition Start(LifecycleChange change, LifecycleTrigger.OperationRequested request)
    {
        if (change.IsIn(PluginState.Running))
        {
            return change.Done();
        }

        return change.IsIn(PluginState.Stopped)
            ? change.Add(new StoredEffect.Want(DesiredState.Running))
                .Then(new LifecycleTrigger.StartRequested(request.Missing, request.Cause))
                .Done()
            : change.Refuse("start");
    }

    private static LifecycleTransition Stop(LifecycleChange change, LifecycleTrigger.OperationRequested request)
    {
        if (change.IsIn(PluginState.Stopped))
        {
            return change.Done();
        }

        if (!change.IsIn(PluginState.Running))
        {
            return change.Refuse("stop");
        }

        return request.Dependents is { } dependents
            ? change.Refuse(dependents)
            : change.Add(new StoredEffect.Want(DesiredState.Stopped))
                .Add(new DependencyEffect.TakeDownDependents(request.Cause))
                .Then(new LifecycleTrigger.StopRequested(request.Cause))
                .Done();
    }

    // What only looks at files does not know better than the supervisor about a version that crashed.
    private static LifecycleChange LoadWhenResolved(LifecycleChange change, LifecycleTrigger.OperationRequested request) => change
        .Add(new StoredEffect.Want(DesiredState.Running))
        .Add(new DependencyEffect.Resolve(new LoadPlan(request.Cause) { Release = request.Cause.Source != ChangeSource.HotReload }));
}
