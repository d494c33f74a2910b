using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>
/// Delivers a configuration to the plugin and stores it. What the plugin refuses is never stored: a configuration is delivered first and
/// stored when the plugin has taken it, so that the end of the process at any moment leaves the previous one or one that was taken.
/// </summary>
internal static class ConfigRules
{
    public static LifecycleTransition Offer(LifecycleChange change, LifecycleTrigger.ConfigOffered offered)
    {
        var plan = new LoadPlan(offered.Cause) { Swap = SwapPurpose.Configuration, Offered = offered.Config };
        return change.State.HasInstance
            ? change.Add(new InstanceEffect.DeliverConfig(offered.Config, plan)).Done()
            : change.Add(new StoredEffect.StoreConfig(offered.Config, plan, Previous: null)).Done();
    }

    public static LifecycleTransition Taken(LifecycleChange change, LifecycleTrigger.ConfigTaken taken) => taken.Plan.Swap switch
    {
        SwapPurpose.ConfigurationRollback => RollbackRules.Finish(change, taken.Plan).Done(),
        _ => Store(change, taken.Plan, taken.Taken, taken.Previous, taken.At).Done(),
    };

    public static LifecycleTransition Refused(LifecycleChange change, LifecycleTrigger.ConfigRefused refused) =>
        SwapRules.Continue(change, refused.Plan, refused.Error, isKept: true).Done();

    public static LifecycleTransition Stored(LifecycleChange change, LifecycleTrigger.ConfigStored stored)
    {
        var revision = stored.Config.Revision;
        if (change.State.HasInstance)
        {
            change.Add(new InstanceEffect.NumberConfig(stored.Config));
        }

        change.Add(new ImmediateEffect.PublishConfig(revision));
        return stored.Previous is { } previous
            ? RollbackRules.Watch(change, previous, LocalizedText.Of("change.config", $"{revision}"), previous.Image.Sha256, revision, stored.At).Done()
            : change.Done();
    }

    public static LifecycleTransition NotStored(LifecycleChange change, LifecycleTrigger.ConfigNotStored failed)
    {
        if (change.IsIn(PluginState.Running) && failed.Previous is { } previous)
        {
            change.Add(new InstanceEffect.DeliverConfig(
                previous.Config, new LoadPlan(failed.Plan.Cause) { Swap = SwapPurpose.ConfigurationReturn, Fallback = previous }));
        }
        else if (change.IsIn(PluginState.Stopped))
        {
            change.Then(new LifecycleTrigger.LoadRequested(new LoadPlan(failed.Plan.Cause) { Start = false }));
        }

        return change.Answer(failed.Error).Done();
    }

    /// <summary>Stores the configuration that the plugin has taken, unless the plugin has done so with changes of its own.</summary>
    public static LifecycleChange Store(
        LifecycleChange change, LoadPlan plan, EffectiveConfig taken, PluginBlueprint? previous, Moment at)
    {
        if (plan.Offered is not { } offered)
        {
            return change;
        }

        return taken.Revision > offered.Revision
            ? change.Then(new LifecycleTrigger.ConfigStored(taken, plan, previous, at))
            : change.Add(new StoredEffect.StoreConfig(offered, plan, previous));
    }

    public static LifecycleTransition Replace(LifecycleChange change, LifecycleTrigger.ConfigNeedsInstance config)
    {
        if (!change.State.HasInstance)
        {
            return change.Refuse("reload");
        }

        // The instance of a stopped plugin takes no configuration; the next one begins with it.
        return change.IsIn(PluginState.Stopped)
            ? change.End(change.NotRunning(PluginState.Stopped))
                .Then(new LifecycleTrigger.LoadRequested(new LoadPlan(config.Plan.Cause) { Start = false, Offered = config.Plan.Offered }))
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
}
