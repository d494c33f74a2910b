using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>A change that makes the plugin fail soon is rolled back, once.</summary>
internal static class RollbackRules
{
    /// <summary>Puts a change on probation.</summary>
    /// <param name="sha256">Hash of the component that the change has brought, or that runs with it.</param>
    public static LifecycleChange Watch(
        LifecycleChange change, PluginBlueprint previous, LocalizedText what, string sha256, int? revision, Moment at)
    {
        // The change may have failed already: then it is too late to be put on probation.
        if (!change.IsIn(PluginState.Running) || change.State.Policy.RollbackWindow <= TimeSpan.Zero)
        {
            return change;
        }

        change.State = change.State with
        {
            Probation = new Probation(previous, what, sha256, revision, at.Elapsed),

            // Somebody has brought it back, and it ran until the change.
            BadVersions = change.State.BadVersions.Remove(previous.Image.Sha256),
        };
        return change.Add(new ImmediateEffect.AskHealth());
    }

    public static LifecycleTransition Judge(LifecycleChange change, LifecycleTrigger.HealthCritical critical)
    {
        if (!change.State.IsOnProbation(critical.At.Elapsed))
        {
            return change.Done();
        }

        var probation = change.State.Probation!;
        change.State = change.State with { Probation = null };
        var reasons = critical.Health.Reasons;
        var why = reasons.IsDefaultOrEmpty
            ? LocalizedText.Of("health.critical")
            : LocalizedText.Of("health.critical_because", reasons[0]);
        return change.Add(new LifecycleEffect.Queue(new LifecycleTrigger.RollbackRequested(probation, why))).Done();
    }

    public static LifecycleTransition RollBack(LifecycleChange change, LifecycleTrigger.RollbackRequested request) =>
        change.IsIn(PluginState.Running) ? Begin(change, request.Probation, request.Why, isRunning: true).Done() : change.Done();

    /// <summary>Restores what was active before.</summary>
    /// <param name="isRunning">Whether the plugin still runs; otherwise the previous one starts in the place of a lost instance.</param>
    public static LifecycleChange Begin(LifecycleChange change, Probation probation, LocalizedText why, bool isRunning)
    {
        var cause = CauseOf(probation, why);
        change.Add(new ImmediateEffect.AnnounceRollback(probation, why, cause));
        if (probation.Revision is not null)
        {
            return change.Add(new StoredEffect.RestoreConfig(probation, cause, isRunning));
        }

        change.State = change.State with { BadVersions = change.State.BadVersions.Add(probation.Sha256) };
        return change.Add(new StoredEffect.RestoreVersion(change.State.BadVersions, cause))
            .Add(new InstanceEffect.Refresh(probation.Previous, PlanOf(cause, isRunning)));
    }

    public static LifecycleTransition Restore(LifecycleChange change, LifecycleTrigger.PreviousConfigStored stored)
    {
        if (!stored.IsRunning)
        {
            // Whatever is stored now is effective, also what somebody else has stored meanwhile.
            return change.Add(new InstanceEffect.Refresh(
                stored.Probation.Previous, PlanOf(stored.Cause, isRunning: false) with { Revision = stored.Probation.Revision!.Value })).Done();
        }

        return stored.Config is { } config && change.State.HasInstance
            ? change.Add(new InstanceEffect.DeliverConfig(
                config, new LoadPlan(stored.Cause) { Swap = SwapPurpose.ConfigurationRollback, Revision = config.Revision })).Done()
            : change.Done();
    }

    public static LifecycleTransition Refreshed(LifecycleChange change, LifecycleTrigger.Refreshed refreshed)
    {
        var (blueprint, plan) = (refreshed.Blueprint, refreshed.Plan);
        if (plan.Swap is null && (!change.IsIn(PluginState.Failed, PluginState.Unloaded) || change.State.HasInstance))
        {
            return change.Refuse("restart");
        }

        if (plan is { Swap: null, Revision: > 0 })
        {
            change.Add(new ImmediateEffect.PublishConfig(blueprint.Config.Revision));
        }

        return change.Add(new InstanceEffect.Compile(
            blueprint, plan.Swap == SwapPurpose.VersionRollback ? plan with { Fallback = blueprint } : plan)).Done();
    }

    /// <summary>The previous configuration was offered; whether or not the plugin took it, it is what is stored.</summary>
    public static LifecycleChange Finish(LifecycleChange change, LoadPlan plan)
    {
        if (change.IsIn(PluginState.Running))
        {
            change.Move(PluginState.Running, plan.Cause);
        }

        return change.Add(new ImmediateEffect.PublishConfig(plan.Revision));
    }

    private static LoadPlan PlanOf(ChangeCause cause, bool isRunning) =>
        isRunning ? new LoadPlan(cause) { Swap = SwapPurpose.VersionRollback } : new LoadPlan(cause) { Retry = true };

    private static ChangeCause CauseOf(Probation probation, LocalizedText why) => RecoveryPlan.Cause with
    {
        Reason = LocalizedText.Of("cause.rollback", probation.What, why),
    };
}
