using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>
/// Replacing a running instance: the new one is made beside the old one, which continues; any failure before the swap leaves that as it was.
/// </summary>
internal static class SwapRules
{
    public static LifecycleTransition Reload(LifecycleChange change, LifecycleTrigger.ReloadRequested request) =>
        change.IsIn(PluginState.Running)
            ? change.Add(new InstanceEffect.Read(new LoadPlan(request.Cause) { Swap = SwapPurpose.Reload })).Done()
            : change.Refuse("reload");

    public static LifecycleTransition Replace(LifecycleChange change, LifecycleTrigger.ReplaceRequested request)
    {
        if (!change.State.HasInstance || request.Plan.Swap is null)
        {
            return change.Refuse("reload");
        }

        // One that does not run holds its grants as well; there is nothing to swap it with.
        return request.Plan.Swap == SwapPurpose.Grants && !change.IsIn(PluginState.Running)
            ? Renew(change, request.Plan with { Start = !change.IsIn(PluginState.Stopped) }).Done()
            : change.Add(new InstanceEffect.Compile(request.Blueprint, request.Plan)).Done();
    }

    public static LifecycleTransition Begin(LifecycleChange change, LifecycleTrigger.Initialized fresh)
    {
        if (fresh.Previous is not { } previous || !change.State.HasInstance || !change.IsIn(PluginState.Running, PluginState.Failed))
        {
            return change.Refuse("reload");
        }

        if (change.IsIn(PluginState.Running))
        {
            change.State = change.State with { IsSwapping = true };
            return change.Add(new InstanceEffect.HandOver(fresh.Blueprint, fresh.Plan)).Done();
        }

        // The old one was lost meanwhile. There is nothing to swap with; the new one simply takes its place.
        change.TakeCharge();
        change.State = change.State with { Instance = fresh.Instance };
        return change.Add(new InstanceEffect.Start(fresh.Blueprint, fresh.Plan, previous)).Done();
    }

    public static LifecycleTransition Succeed(LifecycleChange change, LifecycleTrigger.SwapSucceeded swapped)
    {
        if (!change.State.IsSwapping || !change.IsIn(PluginState.Running))
        {
            return change.Refuse("reload");
        }

        change.State = change.State with { Instance = swapped.Instance, IsSwapping = false };
        change.Add(new ImmediateEffect.Activate())
            .Run(swapped.Started, swapped.At.Elapsed, swapped.Plan.Cause)

            // Last of all: what waits for it may crash it at once, and that must not be overwritten by the news that it runs.
            .Add(new ImmediateEffect.Serve())
            .Add(new StoredEffect.KeepVersion(swapped.Blueprint, swapped.Plan.Cause))
            .Add(new InstanceEffect.Retire());
        return Complete(change, swapped.Plan, swapped.Blueprint, swapped.Previous, swapped.At).Done();
    }

    public static LifecycleTransition Fail(LifecycleChange change, LifecycleTrigger.SwapFailed failed)
    {
        if (!change.State.IsSwapping || !change.IsIn(PluginState.Running))
        {
            return change.Refuse("reload");
        }

        change.State = change.State with { IsSwapping = false };
        change.Add(new ImmediateEffect.Serve()).Add(new ImmediateEffect.KeepOld(failed.Error));
        return Continue(change, failed.Plan, failed.Error, isKept: true).Done();
    }

    public static LifecycleTransition LoseBoth(LifecycleChange change, LifecycleTrigger.BothLost lost)
    {
        if (!change.State.IsSwapping || !change.IsIn(PluginState.Running))
        {
            return change.Refuse("reload");
        }

        var restarted = new RecoveryPlan(RecoveryPlan.Restart) { Attempt = change.State.Attempts };
        change.End(lost.Error).Add(new ImmediateEffect.ReportLoss(restarted));
        LossRules.Recover(change, lost.Previous, fault: null, lost.Error, lost.Plan.Cause, lost.At);
        return Continue(change, lost.Plan, lost.Error, isKept: false).Done();
    }

    /// <summary>The new instance runs.</summary>
    public static LifecycleChange Complete(
        LifecycleChange change, LoadPlan plan, PluginBlueprint blueprint, PluginBlueprint previous, Moment at)
    {
        switch (plan.Swap)
        {
            case SwapPurpose.Reload:
                change.NotePending(null);
                if (previous.Image.Sha256 != blueprint.Image.Sha256)
                {
                    LossRules.Release(change);
                    var version = blueprint.Manifest.Version;
                    RollbackRules.Watch(change, previous, LocalizedText.Of("change.version", $"{version}"), blueprint.Image.Sha256, revision: null, at);
                }

                break;
            case SwapPurpose.Configuration:
                ConfigRules.Store(change, plan, blueprint.Config, previous, at);
                break;
            case SwapPurpose.Definition:
                change.Add(new ImmediateEffect.PublishConfig(blueprint.Config.Revision));
                break;
            case SwapPurpose.ConfigurationRollback:
                RollbackRules.Finish(change, plan);
                break;
        }

        return change;
    }

    /// <summary>The new instance does not run.</summary>
    /// <param name="isKept">Whether the old one is as it was.</param>
    public static LifecycleChange Continue(LifecycleChange change, LoadPlan plan, Error error, bool isKept)
    {
        switch (plan.Swap)
        {
            case SwapPurpose.Reload when plan.Cause.Source == ChangeSource.HotReload:
                change.Then(new LifecycleTrigger.FolderRefused(error, IsLogged: true));
                break;
            case SwapPurpose.Definition:
                change.State = change.State with { Refused = error };
                change.Add(new LifecycleEffect.Note(change.State, Announce: false));
                break;
            case SwapPurpose.Grants when isKept:
                return Renew(change, plan);
            case SwapPurpose.ConfigurationRollback:
                RollbackRules.Finish(change.Add(new ImmediateEffect.RestoredConfigRefused(error)), plan);
                break;
            case SwapPurpose.ConfigurationReturn or SwapPurpose.VersionRollback when plan.Fallback is { } fallback:
                // What a bad version would hand over may be just what is wrong with it, and no instance keeps a configuration that is not stored.
                return change.Then(new LifecycleTrigger.UnloadRequested(plan.Cause))
                    .Then(new LifecycleTrigger.RestartRequested(fallback, new LoadPlan(plan.Cause) { Retry = true }));
        }

        return change.Answer(error);
    }

    // An instance that could not be replaced still holds what was taken away: better none.
    private static LifecycleChange Renew(LifecycleChange change, LoadPlan plan) => change
        .Then(new LifecycleTrigger.UnloadRequested(plan.Cause))
        .Then(new LifecycleTrigger.LoadRequested(new LoadPlan(plan.Cause) { Start = plan.Start }));
}
