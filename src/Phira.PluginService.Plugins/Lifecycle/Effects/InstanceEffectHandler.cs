using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Reads, makes, starts, replaces and ends the instances of one plugin, in an operation of the plugin.</summary>
/// <param name="entry">Tells where the plugin is.</param>
internal sealed class InstanceEffectHandler(
    PluginRecord record,
    PluginJournal journal,
    PluginRuntime runtime,
    ActiveInstance active,
    InstanceFactory factory,
    GrantCheck grants,
    ImmediateEffectHandler immediate,
    Func<CatalogEntry> entry)
{
    private readonly BlueprintReader _reader = new(runtime.Options, runtime.Store);
    private PluginInstance? _replaced;

    private Moment Now => runtime.Moment;

    /// <summary>Performs an effect.</summary>
    /// <returns>The outcome; null when nothing follows.</returns>
    public Task<InstanceOutcome?> PerformAsync(InstanceEffect effect) => effect switch
    {
        InstanceEffect.Read read => ReadAsync(read.Plan),
        InstanceEffect.Refresh refresh => RefreshAsync(refresh),
        InstanceEffect.AskApproval ask => AskAsync(ask),
        InstanceEffect.Compile compile => CompileAsync(compile),
        InstanceEffect.Instantiate instantiate => InstantiateAsync(instantiate),
        InstanceEffect.Initialize initialize => InitializeAsync(initialize),
        InstanceEffect.Start start => StartAsync(factory.Fresh!, factory.Fresh!.CreationTime, start.Plan, start.Previous),
        InstanceEffect.StartKept start => StartAsync(active.Instance!, TimeSpan.Zero, start.Plan, previous: null),
        InstanceEffect.HandOver handOver => HandOverAsync(handOver),
        InstanceEffect.DeliverConfig deliver => DeliverAsync(deliver),
        InstanceEffect.NumberConfig number => NumberAsync(number.Config),
        InstanceEffect.Redefine redefine => RedefineAsync(redefine),
        InstanceEffect.ShowFolder => ShowFolderAsync(),
        InstanceEffect.Stop stop => StopAsync(stop.Cause),
        InstanceEffect.StopAndEnd stop => StopAndEndAsync(stop.CutDeadline),
        InstanceEffect.End end => EndAsync(end),
        InstanceEffect.Retire => RetireAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect"),
    };

    /// <summary>Reads what would be made of the plugin's folder now.</summary>
    public Task<Result<PluginBlueprint>> ReadAsync(CatalogEntry found) => _reader.ReadAsync(found, offered: null, CancellationToken.None);

    private async Task<InstanceOutcome?> ReadAsync(LoadPlan plan)
    {
        var found = entry();
        if (plan.Swap is null)
        {
            journal.Edit(status => status with { Manifest = found.Manifest ?? status.Manifest });
        }

        var read = await _reader.ReadAsync(found, plan.Offered, CancellationToken.None);
        if (!read.IsSuccess)
        {
            return new InstanceOutcome(new LifecycleTrigger.BlueprintRefused(read.Error, plan));
        }

        if (plan.Swap is null)
        {
            journal.Edit(status => status with { Manifest = read.Value.Manifest, Sha256 = read.Value.Image.Sha256 });
        }

        return new InstanceOutcome(new LifecycleTrigger.BlueprintRead(read.Value, plan));
    }

    private async Task<InstanceOutcome?> RefreshAsync(InstanceEffect.Refresh refresh)
    {
        var blueprint = await _reader.RefreshAsync(refresh.Blueprint, CancellationToken.None);
        return new InstanceOutcome(new LifecycleTrigger.Refreshed(blueprint, refresh.Plan));
    }

    private async Task<InstanceOutcome?> AskAsync(InstanceEffect.AskApproval ask) => new(
        await grants.AskAsync(ask.Blueprint.Manifest) is { } missing
            ? new LifecycleTrigger.ApprovalNeeded(missing, ask.Plan)
            : new LifecycleTrigger.ApprovalGiven(ask.Blueprint, ask.Plan));

    private async Task<InstanceOutcome?> CompileAsync(InstanceEffect.Compile compile)
    {
        var compiled = await factory.CompileAsync(compile.Blueprint, compile.Plan.Cause);
        return compiled.IsSuccess
            ? new InstanceOutcome(new LifecycleTrigger.Compiled(compile.Blueprint, compile.Plan))
            : Failed(compile.Blueprint, compile.Plan, compiled.Error);
    }

    private async Task<InstanceOutcome?> InstantiateAsync(InstanceEffect.Instantiate instantiate)
    {
        var created = await factory.InstantiateAsync(instantiate.Blueprint);
        return created.IsSuccess
            ? new InstanceOutcome(new LifecycleTrigger.Instantiated(instantiate.Blueprint, instantiate.Plan), factory.Fresh)
            : Failed(instantiate.Blueprint, instantiate.Plan, created.Error);
    }

    private async Task<InstanceOutcome?> InitializeAsync(InstanceEffect.Initialize initialize)
    {
        var initialized = await factory.InitializeAsync(initialize.Blueprint);
        return initialized.IsSuccess
            ? new InstanceOutcome(
                new LifecycleTrigger.Initialized(factory.Fresh!.Blueprint, initialize.Plan, factory.Fresh.Number)
                {
                    Previous = active.Instance?.Blueprint,
                },
                factory.Fresh)
            : Failed(initialize.Blueprint, initialize.Plan, initialized.Error);
    }

    private InstanceOutcome Failed(PluginBlueprint blueprint, LoadPlan plan, Error error) =>
        new(new LifecycleTrigger.CreateFailed(blueprint, plan, error, factory.Fresh?.InstanceFault, Now), factory.Fresh);

    private async Task<InstanceOutcome?> StartAsync(PluginInstance instance, TimeSpan before, LoadPlan plan, PluginBlueprint? previous)
    {
        var (blueprint, since) = (instance.Blueprint, runtime.TimeProvider.GetTimestamp());
        active.Set(instance);
        var started = await instance.StartAsync();
        if (!started.IsSuccess)
        {
            // How it was lost is known for certain when it is gone.
            active.Set(null);
            await factory.EndAsync(instance, started.Error);
            return new InstanceOutcome(
                new LifecycleTrigger.StartFailed(blueprint, plan, started.Error, instance.InstanceFault, Now), instance);
        }

        if (plan.Retry)
        {
            record.Counters.Restarted();
        }

        var shown = new StartedInstance(blueprint.Manifest, blueprint.Image.Sha256, before + runtime.TimeProvider.GetElapsedTime(since));
        return new InstanceOutcome(new LifecycleTrigger.InstanceStarted(instance.Blueprint, plan, shown, Now) { Previous = previous }, instance);
    }

    private async Task<InstanceOutcome?> HandOverAsync(InstanceEffect.HandOver handOver)
    {
        var (old, fresh, since) = (active.Instance!, factory.Fresh!, runtime.TimeProvider.GetTimestamp());
        var (blueprint, plan) = (handOver.Blueprint, handOver.Plan);
        await old.Actor.PauseAsync();
        var prepared = await HandOverAsync(old, fresh);
        if (prepared.IsSuccess)
        {
            _replaced = old;
            var shown = new StartedInstance(
                blueprint.Manifest,
                blueprint.Image.Sha256,
                fresh.CreationTime + runtime.TimeProvider.GetElapsedTime(since),
                fresh.CompileTime);
            return new InstanceOutcome(
                new LifecycleTrigger.SwapSucceeded(fresh.Blueprint, old.Blueprint, plan, fresh.Number, shown, Now), fresh);
        }

        await EndAsync(fresh, prepared.Error);
        if (!old.Actor.IsLost)
        {
            return new InstanceOutcome(new LifecycleTrigger.SwapFailed(plan, prepared.Error), old);
        }

        await old.Actor.Ended;
        return new InstanceOutcome(new LifecycleTrigger.BothLost(old.Blueprint, plan, prepared.Error, Now), old);
    }

    private static async Task<Result> HandOverAsync(PluginInstance old, PluginInstance fresh)
    {
        if (old.HandsOverState && fresh.HandsOverState)
        {
            var state = await old.SaveStateAsync();
            if (!state.IsSuccess)
            {
                // The answer comes before the actor knows what has become of its instance; behind this call it does.
                await old.Actor.PauseAsync();
            }

            // A version that crashes here cannot continue either way: then the new one begins without its state.
            if (!state.IsSuccess && !old.Actor.IsLost)
            {
                return state.Error;
            }

            if (state.IsSuccess && await fresh.RestoreStateAsync(state.Value) is { IsSuccess: false } refused)
            {
                return refused.Error;
            }
        }

        var started = await fresh.StartAsync();
        return started.IsSuccess ? Result.Success : started.Error;
    }

    private async Task<InstanceOutcome?> DeliverAsync(InstanceEffect.DeliverConfig deliver)
    {
        var (instance, plan) = (active.Instance!, deliver.Plan);
        var previous = instance.Blueprint;
        if (!instance.TakesConfigChanges)
        {
            return new InstanceOutcome(new LifecycleTrigger.ConfigNeedsInstance(previous with { Config = deliver.Config }, plan));
        }

        return new InstanceOutcome(
            await instance.ChangeConfigAsync(deliver.Config, check: plan.Offered is not null) is { IsSuccess: false } refused
                ? new LifecycleTrigger.ConfigRefused(plan, refused.Error)
                : new LifecycleTrigger.ConfigTaken(previous, instance.Blueprint.Config, plan, Now));
    }

    private async Task<InstanceOutcome?> NumberAsync(EffectiveConfig config)
    {
        if (active.Instance is { } instance)
        {
            await instance.NumberConfigAsync(config);
        }

        return null;
    }

    private async Task<InstanceOutcome?> RedefineAsync(InstanceEffect.Redefine redefine)
    {
        var (instance, blueprint) = (active.Instance!, redefine.Blueprint);
        var isChange = blueprint.Config.EffectiveJson != instance.Blueprint.Config.EffectiveJson;
        if (isChange && !instance.TakesConfigChanges)
        {
            return new InstanceOutcome(new LifecycleTrigger.DefinitionNeedsInstance(blueprint, redefine.MayReplace, redefine.Cause));
        }

        if (isChange && await instance.ChangeConfigAsync(blueprint.Config, check: true) is { IsSuccess: false } refused)
        {
            return new InstanceOutcome(new LifecycleTrigger.FolderRefused(refused.Error));
        }

        await instance.RedefineAsync(blueprint);
        journal.Edit(status => status with { Manifest = blueprint.Manifest });
        return new InstanceOutcome(new LifecycleTrigger.DefinitionTaken(isChange ? blueprint.Config.Revision : null));
    }

    private Task<InstanceOutcome?> ShowFolderAsync()
    {
        var found = entry();
        var image = found.ComponentPath is { } path ? ComponentFile.Read(path).Value : null;
        journal.Edit(status => status with { Manifest = found.Manifest, Sha256 = image?.Sha256 });
        return Task.FromResult<InstanceOutcome?>(null);
    }

    private async Task<InstanceOutcome?> StopAsync(ChangeCause cause)
    {
        var instance = active.Instance!;
        await instance.Actor.PauseAsync();
        var stopped = await instance.StopAsync(runtime.Options.StopDeadline);
        return new InstanceOutcome(new LifecycleTrigger.InstanceStopped(cause, stopped.Error));
    }

    private async Task<InstanceOutcome?> StopAndEndAsync(bool cutDeadline)
    {
        var instance = active.Instance!;
        if (cutDeadline)
        {
            instance.Actor.CutDeadline(runtime.Options.StopDeadline);
        }

        await instance.Actor.PauseAsync();
        await factory.StopAsync(instance);
        return null;
    }

    private async Task<InstanceOutcome?> EndAsync(InstanceEffect.End end)
    {
        if (active.Instance is { } instance)
        {
            active.Set(null);
            await factory.EndAsync(instance, end.Reason);
            if (end.Report)
            {
                immediate.ReportLoss(instance, new RecoveryPlan(RecoveryPlan.None) { Attempt = journal.Status.Lifecycle.Attempts });
            }
        }

        return null;
    }

    private async Task<InstanceOutcome?> RetireAsync()
    {
        if (Interlocked.Exchange(ref _replaced, null) is { } old)
        {
            await factory.StopAsync(old);
            await EndAsync(old, new Error(PluginRuntimeErrors.NotRunning, record.Name.Value, PluginState.Unloaded.Name()));
        }

        return null;
    }

    private async Task EndAsync(PluginInstance instance, Error reason)
    {
        await factory.EndAsync(instance, reason);
        immediate.ReportLoss(instance, new RecoveryPlan(RecoveryPlan.None) { Attempt = journal.Status.Lifecycle.Attempts });
    }
}
