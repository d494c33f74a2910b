using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Starting, stopping and taking down.</summary>
internal static class RunRules
{
    public static LifecycleTransition Start(LifecycleChange change, LifecycleTrigger.StartRequested request)
    {
        if (!change.IsIn(PluginState.Stopped))
        {
            return change.Refuse("start");
        }

        return request.Missing is { } missing
            ? change.Refuse(missing)
            : change.Add(new InstanceEffect.StartKept(new LoadPlan(request.Cause))).Done();
    }

    public static LifecycleTransition Started(LifecycleChange change, LifecycleTrigger.InstanceStarted started)
    {
        if (!change.State.HasInstance || !change.IsIn(PluginState.Initialized, PluginState.Stopped, PluginState.Failed))
        {
            return change.Refuse("start");
        }

        change.Add(new ImmediateEffect.Activate())
            .Run(started.Started, started.At.Elapsed, started.Plan.Cause)

            // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
            .Add(new ImmediateEffect.Serve())
            .Add(new StoredEffect.KeepVersion(started.Blueprint, started.Plan.Cause));
        return started.Previous is { } previous
            ? SwapRules.Complete(change, started.Plan, started.Blueprint, previous, started.At).Done()
            : change.Done();
    }

    public static LifecycleTransition StartFailed(LifecycleChange change, LifecycleTrigger.StartFailed failed)
    {
        if (!change.State.HasInstance || !change.IsIn(PluginState.Initialized, PluginState.Stopped, PluginState.Failed))
        {
            return change.Refuse("start");
        }

        change.State = change.State with { Instance = null };
        LossRules.FailToStart(change, failed.Blueprint, failed.Fault, failed.Error, failed.Plan, failed.At);
        return failed.Plan.Swap is null ? change.Done() : SwapRules.Continue(change, failed.Plan, failed.Error, isKept: false).Done();
    }

    public static LifecycleTransition Stop(LifecycleChange change, LifecycleTrigger.StopRequested request)
    {
        if (change.State.Recovery is { } recovery)
        {
            // It was lost while its dependents went down. A plugin that is to be stopped is not started again.
            return change.TakeCharge()
                .Add(new ImmediateEffect.Deactivate(recovery.Error))
                .End(recovery.Error)
                .Move(PluginState.Failed, request.Cause, recovery.Error)
                .Answer(recovery.Error)
                .Done();
        }

        return change.IsIn(PluginState.Running) && !change.State.IsSwapping
            ? change.Add(new ImmediateEffect.Deactivate(change.NotRunning(PluginState.Stopping)))
                .Move(PluginState.Stopping, request.Cause)
                .Add(new InstanceEffect.Stop(request.Cause))
                .Done()
            : change.Refuse("stop");
    }

    public static LifecycleTransition Stopped(LifecycleChange change, LifecycleTrigger.InstanceStopped stopped)
    {
        if (!change.IsIn(PluginState.Stopping) || !change.State.HasInstance)
        {
            return change.Refuse("stop");
        }

        // A plugin that answers an error has stopped all the same. By any other its instance is lost.
        if (stopped.Error is { } error && error.Code != PluginRuntimeErrors.LifecycleRefused)
        {
            return change.End(error, report: true)
                .Add(new ImmediateEffect.ReleaseClaims())
                .Move(PluginState.Failed, stopped.Cause, error)
                .Answer(error)
                .Done();
        }

        change.Move(PluginState.Stopped, stopped.Cause);
        return stopped.Error is { } refusal ? change.Answer(refusal).Done() : change.Done();
    }

    public static LifecycleTransition Unload(LifecycleChange change, LifecycleTrigger.UnloadRequested request) => TakeDown(
        change,
        change.NotRunning(PluginState.Unloaded),
        new LifecycleTrigger.TakenDown(PluginState.Unloaded, Reason: null, request.Cause, Hold: false),
        request.CutDeadline);

    public static LifecycleTransition Disable(LifecycleChange change, LifecycleTrigger.DisableRequested request) =>
        change.IsIn(PluginState.Disabled)
            ? change.Done()
            : TakeDown(
                change,
                new Error(PluginRuntimeErrors.Disabled, change.State.Plugin.Value),
                new LifecycleTrigger.TakenDown(PluginState.Disabled, Reason: null, request.Cause, Hold: false));

    public static LifecycleTransition Hold(LifecycleChange change, LifecycleTrigger.HoldRequested request) => TakeDown(
        change, request.Reason, new LifecycleTrigger.TakenDown(request.To, request.Reason, request.Cause, Hold: true));

    public static LifecycleTransition Resolve(LifecycleChange change, LifecycleTrigger.DependencyMissing missing)
    {
        var (obstacle, cause) = (missing.Obstacle, missing.Plan.Cause);

        // What is wrong in its own folder does not become right by another plugin.
        if (missing.IsOwn || !missing.Plan.Start)
        {
            return change.Then(new LifecycleTrigger.LoadFailed(obstacle, cause)).Done();
        }

        var isKnown = change.State is { IsHeld: true, Failure: { } failure } && failure.Describe() == obstacle.Describe();
        if (!isKnown || cause.IsByAdministrator)
        {
            change.Then(new LifecycleTrigger.HoldRequested(PluginState.Failed, obstacle, cause));
        }

        return change.Answer(obstacle).Done();
    }

    public static LifecycleTransition TakenDown(LifecycleChange change, LifecycleTrigger.TakenDown down)
    {
        if (change.IsIn(PluginState.Running) || change.State.HasInstance)
        {
            return change.Refuse("unload");
        }

        if (down.Hold)
        {
            // It comes back at once when a plugin that it needs has only been reloaded.
            change.Add(new ImmediateEffect.ReleaseClaims());
            change.State = change.State with { IsHeld = true };
        }
        else
        {
            change.Add(new ImmediateEffect.ReleaseHostState());
        }

        return change.Move(down.To, down.Cause, down.Reason).Done();
    }

    public static LifecycleTransition Shutdown(LifecycleChange change, LifecycleTrigger.ShutdownRequested request) =>
        change.State.HasInstance || change.State.RestartAt is not null
            ? change.Then(new LifecycleTrigger.UnloadRequested(request.Cause, CutDeadline: true)).Done()
            : change.Done();

    private static LifecycleTransition TakeDown(LifecycleChange change, Error reason, LifecycleTrigger.TakenDown end, bool cutDeadline = false)
    {
        change.TakeCharge().Add(new ImmediateEffect.Deactivate(reason));
        if (change.IsIn(PluginState.Running))
        {
            change.Move(PluginState.Stopping, end.Cause).Add(new InstanceEffect.StopAndEnd(cutDeadline));
        }

        return change.End(reason, report: true).Then(end).Done();
    }
}
