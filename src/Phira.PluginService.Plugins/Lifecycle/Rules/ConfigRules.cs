using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>How a configuration reaches the plugin.</summary>
internal static class ConfigRules
{
    public static LifecycleTransition Deliver(LifecycleChange change, LifecycleTrigger.ConfigStored stored) =>
        change.State.HasInstance
            ? change.Add(new InstanceEffect.DeliverConfig(
                stored.Config,
                new LoadPlan(stored.Cause) { Swap = SwapPurpose.Configuration, Revision = stored.Config.Revision })).Done()
            : change.Done();

    public static LifecycleTransition Taken(LifecycleChange change, LifecycleTrigger.ConfigTaken taken) =>
        taken.Plan.Swap == SwapPurpose.ConfigurationRollback
            ? RollbackRules.Finish(change, taken.Plan).Done()
            : Watch(change, taken.Plan, taken.Previous, taken.At).Done();

    public static LifecycleTransition Refused(LifecycleChange change, LifecycleTrigger.ConfigRefused refused) =>
        SwapRules.Continue(change, refused.Plan, refused.Error, isKept: true).Done();

    public static LifecycleTransition Replace(LifecycleChange change, LifecycleTrigger.ConfigNeedsInstance config)
    {
        if (!change.State.HasInstance)
        {
            return change.Refuse("reload");
        }

        // The instance of a stopped plugin takes no configuration; the next one begins with it.
        return change.IsIn(PluginState.Stopped)
            ? change.End(change.NotRunning(PluginState.Stopped))
                .Then(new LifecycleTrigger.LoadRequested(new LoadPlan(config.Plan.Cause) { Start = false }))
                .Done()
            : change.Add(new InstanceEffect.Compile(config.Blueprint, config.Plan)).Done();
    }

    public static LifecycleTransition Redefined(LifecycleChange change, LifecycleTrigger.DefinitionTaken taken)
    {
        change.Then(new LifecycleTrigger.FolderRefused(null));
        return taken.Revision is { } revision ? change.Add(new ImmediateEffect.PublishConfig(revision)).Done() : change.Done();
    }

    public static LifecycleTransition Redefine(LifecycleChange change, LifecycleTrigger.DefinitionNeedsInstance definition) =>
        definition.MayReplace
            ? change.Then(new LifecycleTrigger.ReplaceRequested(
                definition.Blueprint, new LoadPlan(definition.Cause) { Swap = SwapPurpose.Definition })).Done()
            : change.Add(new ImmediateEffect.AwaitRequest(BlueprintDifference.Configuration)).Done();

    public static LifecycleTransition Refuse(LifecycleChange change, LifecycleTrigger.FolderRefused refused)
    {
        var isNews = refused.Error is not null && refused.Error.Describe() != change.State.Refused?.Describe();
        change.State = change.State with { Refused = refused.Error };
        change.Add(new LifecycleEffect.Note(change.State, Announce: false));
        return isNews && !refused.IsLogged ? change.Add(new ImmediateEffect.KeepOld(refused.Error!)).Done() : change.Done();
    }

    public static LifecycleChange Watch(LifecycleChange change, LoadPlan plan, PluginBlueprint previous, Moment at) => RollbackRules.Watch(
        change,
        previous,
        LocalizedText.Of("change.config", $"{plan.Revision}"),
        plan.Revision,
        at);
}
