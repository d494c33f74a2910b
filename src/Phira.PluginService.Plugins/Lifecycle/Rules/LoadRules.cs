using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>From a folder to an instance.</summary>
internal static class LoadRules
{
    private static readonly PluginState[] Working = [PluginState.Running, PluginState.Stopping];

    /// <summary>Whether an error says that nothing is wrong with the plugin: its loading was canceled.</summary>
    public static bool IsCanceled(Error error) => error.Code == PluginRuntimeErrors.LoadCanceled || error.Code == PluginRuntimeErrors.ShuttingDown;

    public static LifecycleTransition Load(LifecycleChange change, LifecycleTrigger.LoadRequested request)
    {
        if (change.IsIn(Working))
        {
            return change.Refuse("load");
        }

        return change.TakeCharge()
            .End(change.NotRunning(change.State.State))
            .Add(new InstanceEffect.Read(request.Plan))
            .Done();
    }

    public static LifecycleTransition Restart(LifecycleChange change, LifecycleTrigger.RestartRequested request) =>
        change.IsIn(PluginState.Failed, PluginState.Unloaded) && !change.State.HasInstance
            ? change.TakeCharge().Add(new InstanceEffect.Compile(request.Blueprint, request.Plan)).Done()
            : change.Refuse("restart");

    public static LifecycleTransition Refuse(LifecycleChange change, LifecycleTrigger.BlueprintRefused refused)
    {
        if (refused.Plan.Swap is not null)
        {
            return SwapRules.Continue(change.Add(new ImmediateEffect.KeepOld(refused.Error)), refused.Plan, refused.Error, isKept: true).Done();
        }

        return change.IsIn(Working)
            ? change.Refuse("load")
            : Fail(change.Add(new ImmediateEffect.Deactivate(refused.Error)), refused.Error, refused.Plan.Cause).Done();
    }

    public static LifecycleTransition Resolve(LifecycleChange change, LifecycleTrigger.BlueprintRead read)
    {
        if (read.Plan.Swap is not null)
        {
            return change.Add(new InstanceEffect.AskApproval(read.Blueprint, read.Plan)).Done();
        }

        if (change.IsIn(Working) || change.State.HasInstance)
        {
            return change.Refuse("load");
        }

        if (!read.Plan.Release && change.State.Quarantine is { } quarantine && quarantine.Sha256 == read.Blueprint.Image.Sha256)
        {
            var error = new Error(PluginRuntimeErrors.InQuarantine, change.State.Plugin.Value, quarantine.Reason);
            return change.Add(new ImmediateEffect.Deactivate(error)).Move(PluginState.Quarantined, read.Plan.Cause, error).Answer(error).Done();
        }

        if (read.Plan.Release || change.State.Quarantine is not null)
        {
            LossRules.Release(change);
        }

        return change.Move(PluginState.Resolved, read.Plan.Cause).Add(new InstanceEffect.AskApproval(read.Blueprint, read.Plan)).Done();
    }

    public static LifecycleTransition Approve(LifecycleChange change, LifecycleTrigger.ApprovalGiven given)
    {
        if (given.Plan.Swap is null)
        {
            if (!change.IsIn(PluginState.Resolved))
            {
                return change.Refuse("load");
            }

            change.NotePending(null);
        }

        return change.Add(new InstanceEffect.Compile(given.Blueprint, given.Plan)).Done();
    }

    public static LifecycleTransition Wait(LifecycleChange change, LifecycleTrigger.ApprovalNeeded needed)
    {
        if (needed.Plan.Swap is not null)
        {
            change.State = change.State with { UpdateWaits = true };
            return change.NotePending(needed.Missing).Add(new ImmediateEffect.KeepOld(needed.Missing)).Answer(needed.Missing).Done();
        }

        if (!change.IsIn(PluginState.Resolved))
        {
            return change.Refuse("load");
        }

        change.Add(new ImmediateEffect.Deactivate(needed.Missing)).Add(new ImmediateEffect.ReleaseClaims());
        change.State = change.State with { Pending = needed.Missing };
        return change.Move(PluginState.PendingApproval, needed.Plan.Cause, needed.Missing).Answer(needed.Missing).Done();
    }

    public static LifecycleTransition Compiled(LifecycleChange change, LifecycleTrigger.Compiled compiled)
    {
        if (compiled.Plan.Swap is null)
        {
            if (!change.IsIn(PluginState.Resolved, PluginState.Failed, PluginState.Unloaded) || change.State.HasInstance)
            {
                return change.Refuse("compile");
            }

            change.Move(PluginState.Compiled, compiled.Plan.Cause);
        }

        return change.Add(new InstanceEffect.Instantiate(compiled.Blueprint, compiled.Plan)).Done();
    }

    public static LifecycleTransition Instantiated(LifecycleChange change, LifecycleTrigger.Instantiated instantiated)
    {
        if (instantiated.Plan.Swap is null)
        {
            if (!change.IsIn(PluginState.Compiled))
            {
                return change.Refuse("instantiate");
            }

            change.Move(PluginState.Loaded, instantiated.Plan.Cause);
        }

        return change.Add(new InstanceEffect.Initialize(instantiated.Blueprint, instantiated.Plan)).Done();
    }

    public static LifecycleTransition Initialized(LifecycleChange change, LifecycleTrigger.Initialized initialized)
    {
        var (blueprint, plan) = (initialized.Blueprint, initialized.Plan);
        if (plan.Swap is not null)
        {
            return SwapRules.Begin(change, initialized);
        }

        if (!change.IsIn(PluginState.Loaded))
        {
            return change.Refuse("init");
        }

        change.Move(PluginState.Initialized, plan.Cause);
        change.State = change.State with { Instance = initialized.Instance };
        return plan.Start
            ? change.Add(new InstanceEffect.Start(blueprint, plan, Previous: null)).Done()
            : ConfigRules.Store(
                change.Add(new ImmediateEffect.Keep()).Move(PluginState.Stopped, plan.Cause), plan, blueprint.Config, previous: null, at: default).Done();
    }

    public static LifecycleTransition Failed(LifecycleChange change, LifecycleTrigger.CreateFailed failed)
    {
        var (plan, error) = (failed.Plan, failed.Error);
        if (plan.Swap is not null)
        {
            change.Add(new ImmediateEffect.ReportLoss(LossRules.NothingFollows(change))).Add(new ImmediateEffect.KeepOld(error));
            return SwapRules.Continue(change, plan, error, isKept: true).Done();
        }

        if (change.State.HasInstance
            || !change.IsIn(PluginState.Resolved, PluginState.Compiled, PluginState.Loaded, PluginState.Failed, PluginState.Unloaded))
        {
            return change.Refuse("load");
        }

        if (plan.Start)
        {
            return LossRules.FailToStart(change, failed.Blueprint, failed.Fault, error, plan, failed.At).Done();
        }

        change.Add(new ImmediateEffect.ReportLoss(LossRules.NothingFollows(change)));
        return IsCanceled(error)
            ? LossRules.Withdraw(change, error, plan.Cause).Done()
            : Fail(change, error, plan.Cause).Done();
    }

    /// <summary>The content of the folder cannot be loaded. An attempt to restart a version that crashed is not affected by that.</summary>
    public static LifecycleTransition Fail(LifecycleChange change, LifecycleTrigger.LoadFailed failed)
    {
        if (change.IsIn(Working) || change.State.HasInstance)
        {
            return change.Refuse("load");
        }

        return Fail(change, failed.Error, failed.Cause).Done();
    }

    /// <summary>Marks the plugin as failed; one that lacks a manifest has not come as far as to fail.</summary>
    public static LifecycleChange Fail(LifecycleChange change, Error error, ChangeCause cause)
    {
        change.Add(new ImmediateEffect.ReleaseClaims());
        var restartAt = change.State.RestartAt;
        return (error.Code == PluginFolderErrors.NeedsManifest ? change.Move(PluginState.Discovered, cause, error) : change.FailUntil(restartAt, cause, error))
            .Answer(error);
    }

    public static LifecycleTransition NeedsManifest(LifecycleChange change, LifecycleTrigger.ManifestMissing missing)
    {
        // Nothing will be tried that could fail, so that this is all there is to say.
        if (change is { State: { State: PluginState.Discovered, Failure: null } })
        {
            change.State = change.State with { Failure = missing.Error };
            change.Add(new LifecycleEffect.Note(change.State, Announce: true));
        }

        return change.Done();
    }
}
