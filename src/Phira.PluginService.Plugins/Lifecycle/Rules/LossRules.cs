using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>
/// The rules for an instance that is lost or cannot be started: back to the previous configuration or version when that was on probation, else
/// another attempt after a while, else quarantine. While it waits the plugin keeps its mailbox, its subscriptions and its commands.
/// </summary>
internal static class LossRules
{
    public static LifecycleTransition Lose(LifecycleChange change, LifecycleTrigger.InstanceLost lost)
    {
        // One that is not active is in the hands of an operation, which learns of the loss by itself.
        if (!change.IsIn(PluginState.Running) || change.State.Instance != lost.Instance || change.State.IsSwapping)
        {
            return change.Refuse("lose");
        }

        var error = lost.Fault.Fault.Error;
        var plan = Decide(change, lost.Fault, lost.At);
        Suspend(change, plan, lost.Fault, error, lost.At).Add(new ImmediateEffect.ReportLoss(plan)).FailUntil(plan.At, RecoveryPlan.Cause, error);
        change.State = change.State with { Recovery = new PendingRecovery(lost.Blueprint, plan, error, lost.At) };
        return change.Add(new LifecycleEffect.Queue(new LifecycleTrigger.LossSettled())).Done();
    }

    public static LifecycleTransition Settle(LifecycleChange change)
    {
        if (change.State.Recovery is not { } recovery)
        {
            return change.Done();
        }

        change.State = change.State with { Recovery = null };
        return Follow(change.End(recovery.Error), recovery.Blueprint, recovery.Plan, recovery.Error, recovery.At).Done();
    }

    public static LifecycleTransition Retry(LifecycleChange change, LifecycleTrigger.CooldownElapsed elapsed)
    {
        if (change.State.RestartAt != elapsed.At || change.State.IsShuttingDown || change.State.HasInstance)
        {
            return change.Done();
        }

        change.State = change.State with { RestartAt = null };
        var (attempt, maximum) = (change.State.Attempts, change.State.Policy.Restarts.Maximum);
        var cause = RecoveryPlan.Cause with
        {
            Reason = LocalizedText.Of("cause.restart", $"{attempt}", $"{maximum}"),
        };
        return change.Add(new ImmediateEffect.CancelRestart())
            .Add(new InstanceEffect.Refresh(elapsed.Blueprint, new LoadPlan(cause) { Retry = true }))
            .Done();
    }

    /// <summary>Handles a failed start. A fault, and any failed attempt to start the plugin again, is followed by a further attempt.</summary>
    /// <param name="fault">The loss of the instance; null when there was none.</param>
    public static LifecycleChange FailToStart(
        LifecycleChange change, PluginBlueprint blueprint, InstanceFault? fault, Error error, LoadPlan plan, Moment at)
    {
        if (LoadRules.IsCanceled(error))
        {
            return Withdraw(change, error, plan.Cause);
        }

        if (change.State.IsShuttingDown || (!plan.Retry && fault is null or { Fault.Kind: FaultKind.Link }))
        {
            change.Add(new ImmediateEffect.Deactivate(error)).Add(new ImmediateEffect.ReportLoss(NothingFollows(change)));
            return LoadRules.Fail(change, error, plan.Cause);
        }

        return Recover(change, blueprint, fault, error, plan.Cause, at);
    }

    /// <summary>Decides between restart, rollback and quarantine for a plugin that does not run, and acts on it.</summary>
    public static LifecycleChange Recover(
        LifecycleChange change, PluginBlueprint blueprint, InstanceFault? fault, Error error, ChangeCause cause, Moment at)
    {
        var recovery = Decide(change, fault, at);
        Suspend(change, recovery, fault, error, at);
        if (fault is not null)
        {
            change.Add(new ImmediateEffect.ReportLoss(recovery));
        }

        change.Add(new ImmediateEffect.ReleaseClaims()).FailUntil(recovery.At, cause, error);
        return Follow(change, blueprint, recovery, error, at).Answer(error);
    }

    /// <summary>Unloads a plugin that has no fault of its own.</summary>
    /// <param name="error">The reason why it is not loaded.</param>
    public static LifecycleChange Withdraw(LifecycleChange change, Error error, ChangeCause cause) => change
        .Add(new ImmediateEffect.Deactivate(error))
        .Add(new ImmediateEffect.ReleaseClaims())
        .Add(new ImmediateEffect.ReleaseHostState())
        .Move(PluginState.Unloaded, cause with { Reason = error.Text() })
        .Answer(error);

    /// <summary>Resets the attempts and ends the quarantine.</summary>
    public static void Release(LifecycleChange change)
    {
        if (change.State.Quarantine is not null)
        {
            change.Add(new StoredEffect.RemoveQuarantine());
        }

        change.State = change.State with { Attempts = 0, Crashes = 0, Quarantine = null };
    }

    public static RecoveryPlan NothingFollows(LifecycleChange change) => new(RecoveryPlan.None) { Attempt = change.State.Attempts };

    private static RecoveryPlan Decide(LifecycleChange change, InstanceFault? fault, Moment at)
    {
        var attempt = change.State.Attempts;
        change.State = change.State with { Crashes = change.State.Crashes + 1 };
        if (change.State.IsShuttingDown)
        {
            return NothingFollows(change);
        }

        var again = Redeliver(change, fault);
        if (TakeProbation(change, fault, at) is { } probation)
        {
            return new RecoveryPlan(RecoveryPlan.Rollback) { Attempt = attempt, RollBack = probation, Again = again };
        }

        var ranFor = change.State.RunningSince is { } since ? at.Elapsed - since : TimeSpan.Zero;
        var (attempts, wait) = change.State.Policy.Restarts.Next(attempt, ranFor);
        change.State = change.State with { Attempts = attempts };
        if (wait is null)
        {
            return new RecoveryPlan(RecoveryPlan.Quarantine) { Attempt = attempt };
        }

        var skips = fault?.During is EventDelivery && again is null;
        return new RecoveryPlan(skips ? RecoveryPlan.Skip : RecoveryPlan.Restart)
        {
            Attempt = attempts - 1,
            At = at.Now + wait,
            Again = again,
        };
    }

    /// <summary>Ends the probation.</summary>
    /// <returns>The change whose fault the loss is; null when it is no change's.</returns>
    private static Probation? TakeProbation(LifecycleChange change, InstanceFault? fault, Moment at)
    {
        var probation = change.State.IsOnProbation(at.Elapsed) ? change.State.Probation : null;
        if (probation is not null && fault?.During?.Origin.IsRequest == true)
        {
            // Anybody can send a request: that must neither undo what an administrator has changed nor end the probation.
            return null;
        }

        change.State = change.State with { Probation = null };
        return probation;
    }

    private static EventDelivery? Redeliver(LifecycleChange change, InstanceFault? fault)
    {
        if (fault?.During is not EventDelivery delivery)
        {
            return null;
        }

        if (delivery.Crashes < EventDelivery.CrashesAllowed)
        {
            return delivery.Again();
        }

        change.Add(new ImmediateEffect.SkipEvent(delivery));
        return null;
    }

    // What has waited beyond the limit would be lost again with the next instance.
    private static LifecycleChange Suspend(LifecycleChange change, RecoveryPlan plan, InstanceFault? fault, Error error, Moment at) =>
        change.Add(plan is { At: null, RollBack: null }
            ? new ImmediateEffect.Deactivate(error)
            : new ImmediateEffect.Suspend(plan, plan.At ?? at.Now, DropsWaiting: fault?.Fault.Limit == LimitNames.EventQueue));

    /// <summary>Carries out what was decided, when the lost instance is gone.</summary>
    private static LifecycleChange Follow(LifecycleChange change, PluginBlueprint blueprint, RecoveryPlan plan, Error error, Moment at)
    {
        if (change.State.IsShuttingDown)
        {
            return change.Add(new ImmediateEffect.Deactivate(error));
        }

        if (plan.RollBack is { } probation)
        {
            return RollbackRules.Begin(change, probation, error.Text(), isRunning: false);
        }

        if (plan.At is { } restartAt)
        {
            return change.Add(new ImmediateEffect.ScheduleRestart(blueprint, restartAt));
        }

        return plan.Consequence == RecoveryPlan.Quarantine ? Isolate(change, blueprint, error, at) : change;
    }

    /// <summary>Puts a version that has crashed too often into quarantine.</summary>
    private static LifecycleChange Isolate(LifecycleChange change, PluginBlueprint blueprint, Error last, Moment at)
    {
        var (plugin, crashes) = (change.State.Plugin.Value, $"{change.State.Crashes}");
        var error = new Error(PluginRuntimeErrors.Quarantined, plugin, crashes, last.Text());
        var quarantine = new Quarantine(change.State.Plugin, blueprint.Image.Sha256, last.Text(), at.Now);
        change.State = change.State with { Quarantine = quarantine };
        return change.Add(new StoredEffect.StoreQuarantine(quarantine)).Move(PluginState.Quarantined, RecoveryPlan.Cause, error);
    }
}
