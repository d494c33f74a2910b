using FsCheck.Xunit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>Whatever happens to a plugin in whatever order, these things hold.</summary>
public sealed class LifecycleModelTests
{
    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static readonly PluginOperation[] Operations = Enum.GetValues<PluginOperation>();

    [Property(MaxTest = 2_000, EndSize = 300)]
    public void The_desired_state_is_reached_or_a_reason_is_shown(byte[] happenings, byte[] choices)
    {
        var plugin = new SimulatedPlugin(From(choices));
        plugin.Run(new LifecycleTrigger.LoadRequested(new LoadPlan(LifecycleCases.Admin)));
        foreach (var happening in happenings)
        {
            Happen(plugin, happening);
            plugin.Settle();

            var (state, wanted) = ($"{plugin.State.State}", $"{plugin.State.Desired}");
            Assert.True(state == wanted || plugin.State.Failure is not null, $"{state} without a reason, though {wanted} is wanted");
        }
    }

    [Property(MaxTest = 2_000, EndSize = 300)]
    public void Every_state_leaves_as_soon_as_everything_works(byte[] happenings, byte[] choices)
    {
        var plugin = new SimulatedPlugin(From(choices)) { HostFails = true };
        foreach (var happening in happenings)
        {
            Happen(plugin, happening);
        }

        plugin.BecomeWell();

        Assert.True(plugin.Run(Request(PluginOperation.Unload)).IsSuccess);
        Assert.Equal(PluginState.Unloaded, plugin.State.State);
        Assert.True(plugin.Run(Request(PluginOperation.Load)).IsSuccess);
        Assert.Equal(PluginState.Running, plugin.State.State);
        Assert.True(plugin.Run(Request(PluginOperation.Reload)).IsSuccess);
        Assert.Equal(PluginState.Running, plugin.State.State);
        Assert.True(plugin.Run(Request(PluginOperation.Stop)).IsSuccess);
        Assert.Equal(PluginState.Stopped, plugin.State.State);
    }

    [Property(MaxTest = 2_000, EndSize = 300)]
    public void Unloading_ends_in_unloaded_whatever_goes_wrong(byte[] happenings, byte[] choices)
    {
        var plugin = new SimulatedPlugin(From(choices));
        foreach (var happening in happenings)
        {
            Happen(plugin, happening);
        }

        Assert.True(plugin.Run(Request(PluginOperation.Unload)).IsSuccess);

        Assert.Equal((PluginState.Unloaded, false, null), (plugin.State.State, plugin.State.HasInstance, plugin.State.RestartAt));
    }

    /// <summary>Also triggers that nobody would send in this state.</summary>
    [Property(MaxTest = 2_000, EndSize = 300)]
    public void No_trigger_makes_an_illegal_move((byte Kind, byte Detail)[] triggers)
    {
        var state = LifecycleCases.Found;
        for (var i = 0; i < triggers.Length; i++)
        {
            var transition = PluginLifecycle.Apply(state, Any(triggers[i].Kind, triggers[i].Detail, i, state));
            Assert.All(
                transition.Effects.OfType<LifecycleEffect.Record>(),
                move => Assert.True(DocumentedMoves.Contain(move.From, move.After.State), $"{move.From} -> {move.After.State}"));
            Assert.True(transition.Refusal is null || ReferenceEquals(state, transition.State));
            state = transition.State;
        }
    }

    [Fact]
    public void Every_trigger_is_tried()
    {
        var known = typeof(LifecycleTrigger).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(LifecycleTrigger)));

        var tried = Each(choice: 0, step: 0, LifecycleCases.Found).Select(trigger => trigger.GetType());

        Assert.Equal(known.Order(ByName), tried.Order(ByName));
    }

    private static Func<int, int> From(byte[] choices)
    {
        var next = 0;
        return count => choices.Length == 0 ? 0 : choices[next++ % choices.Length] % count;
    }

    private static LifecycleTrigger.OperationRequested Request(PluginOperation operation) => new(operation, LifecycleCases.Admin);

    private static void Happen(SimulatedPlugin plugin, byte happening)
    {
        plugin.Pass(happening / 8);
        switch (happening % 26)
        {
            case < 7:
                plugin.Run(Request(Operations[happening % 26]));
                break;
            case 7 or 8 or 9:
                plugin.Trap();
                plugin.Run(new LifecycleTrigger.LossSettled());
                break;
            case 10:
                plugin.Folder++;
                plugin.Run(new LifecycleTrigger.OperationRequested(PluginOperation.Reload, LifecycleCases.HotReload));
                break;
            case 11 or 12:
                plugin.Configure();
                break;
            case 13:
                plugin.Notice(new LifecycleTrigger.HealthCritical(new PluginHealth(HealthStatus.Critical, []), plugin.Now));
                plugin.Run(new LifecycleTrigger.LossSettled());
                break;
            case 14:
                plugin.Run(new LifecycleTrigger.GrantsChanged(null, HeldChanged: true, plugin.Current, LifecycleCases.Admin));
                break;
            case 15 when plugin.State.State == PluginState.Running:
                plugin.Run(new LifecycleTrigger.HoldRequested(PluginState.Failed, LifecycleCases.Missing, LifecycleCases.Admin));
                break;
            case 16 when plugin.State.IsHeld:
                plugin.Run(new LifecycleTrigger.LoadRequested(new LoadPlan(LifecycleCases.Admin)));
                break;
            case 17 when plugin.State is { Desired: DesiredState.Running, HasInstance: false, State: not PluginState.Disabled }:
                plugin.Run(new LifecycleTrigger.LoadRequested(new LoadPlan(LifecycleCases.HotReload)));
                break;
            case 18:
                plugin.Run(new LifecycleTrigger.FolderRefused(LifecycleCases.Broken));
                break;
            case > 18:
                Surround(plugin, happening);
                break;
        }
    }

    /// <summary>Something happens around the plugin: in its folder, or to those that it needs.</summary>
    private static void Surround(SimulatedPlugin plugin, byte happening)
    {
        var provider = PluginName.Parse("base");
        switch (happening % 26)
        {
            case 19:
                plugin.Folder = 1 + (happening / 26 % 4);
                plugin.Run(new LifecycleTrigger.FolderChanged(plugin.Content, LifecycleCases.HotReload));
                break;
            case 20:
                plugin.Run(new LifecycleTrigger.FolderGone(Unreadable: null, LifecycleCases.HotReload));
                plugin.Run(new LifecycleTrigger.FolderChanged(plugin.Content, LifecycleCases.HotReload));
                break;
            case 21:
                plugin.Run(new LifecycleTrigger.DesiredStateChanged((DesiredState)(happening / 26 % 4)));
                plugin.Run(new LifecycleTrigger.FilesRestored(plugin.Content, Missing: null, LifecycleCases.Admin));
                break;
            case 22:
                plugin.Run(new LifecycleTrigger.ProviderLost(provider, PluginState.Failed, LifecycleCases.Supervisor));
                break;
            case 23:
                plugin.Run(new LifecycleTrigger.ProviderReturned(LifecycleCases.Supervisor));
                break;
            case 24:
                plugin.Run(new LifecycleTrigger.ProviderLost(provider, PluginState.Stopping, LifecycleCases.Admin));
                plugin.Run(new LifecycleTrigger.ProviderReturned(LifecycleCases.Admin));
                break;
            case 25:
                plugin.Run(new LifecycleTrigger.DesiredStateDue(LifecycleCases.HotReload));
                break;
        }
    }

    private static LifecycleTrigger Any(byte kind, byte choice, int step, LifecycleState state)
    {
        var triggers = Each(choice, step, state);
        return triggers[kind % triggers.Length];
    }

    private static LifecycleTrigger[] Each(byte choice, int step, LifecycleState state)
    {
        var (blueprint, at) = (LifecycleCases.Version(1 + (choice % 3)), LifecycleCases.At(step));
        var plan = new LoadPlan(LifecycleCases.Admin)
        {
            Start = choice % 5 != 0,
            Retry = choice % 3 == 0,
            Swap = choice % 2 == 0 ? null : (SwapPurpose)(choice % 7),
            Fallback = blueprint,
            Offered = choice % 7 == 0 ? blueprint.Config : null,
            Revision = choice % 4,
        };
        var instance = state.Instance ?? 1;
        return
        [
            Request(Operations[choice % Operations.Length]) with
            {
                Obstacle = choice % 5 == 0 ? LifecycleCases.Missing : null,
                Dependents = choice % 9 == 0 ? LifecycleCases.Missing : null,
                Missing = choice % 4 == 0 ? LifecycleCases.Missing : null,
            },
            new LifecycleTrigger.LoadRequested(plan),
            new LifecycleTrigger.RestartRequested(blueprint, plan),
            new LifecycleTrigger.DependencyMissing(LifecycleCases.Missing, choice % 2 == 0, plan),
            new LifecycleTrigger.HoldRequested(PluginState.Failed, LifecycleCases.Missing, LifecycleCases.Admin),
            new LifecycleTrigger.LoadFailed(LifecycleCases.Broken, LifecycleCases.Admin),
            new LifecycleTrigger.UnloadRequested(LifecycleCases.Admin),
            new LifecycleTrigger.DisableRequested(LifecycleCases.Admin),
            new LifecycleTrigger.TakenDown(PluginState.Unloaded, null, LifecycleCases.Admin, choice % 2 == 0),
            new LifecycleTrigger.StartRequested(null, LifecycleCases.Admin),
            new LifecycleTrigger.StopRequested(LifecycleCases.Admin),
            new LifecycleTrigger.InstanceStopped(
                LifecycleCases.Admin, (choice % 3) switch { 0 => null, 1 => LifecycleCases.Refusal, _ => LifecycleCases.Broken }),
            new LifecycleTrigger.ReloadRequested(LifecycleCases.Admin),
            new LifecycleTrigger.ReplaceRequested(blueprint, plan),
            new LifecycleTrigger.BlueprintRead(blueprint, plan),
            new LifecycleTrigger.BlueprintRefused(LifecycleCases.Broken, plan),
            new LifecycleTrigger.Refreshed(blueprint, plan),
            new LifecycleTrigger.ApprovalGiven(blueprint, plan),
            new LifecycleTrigger.ApprovalNeeded(LifecycleCases.Missing, plan),
            new LifecycleTrigger.Compiled(blueprint, plan),
            new LifecycleTrigger.Instantiated(blueprint, plan),
            new LifecycleTrigger.Initialized(blueprint, plan, instance) { Previous = choice % 3 == 0 ? null : blueprint },
            new LifecycleTrigger.CreateFailed(blueprint, plan, LifecycleCases.Broken, choice % 2 == 0 ? null : LifecycleCases.Trap, at),
            new LifecycleTrigger.InstanceStarted(blueprint, plan, LifecycleCases.Shown(blueprint), at),
            new LifecycleTrigger.StartFailed(blueprint, plan, LifecycleCases.Broken, LifecycleCases.Trap, at),
            new LifecycleTrigger.SwapSucceeded(blueprint, blueprint, plan, instance, LifecycleCases.Shown(blueprint), at),
            new LifecycleTrigger.SwapFailed(plan, LifecycleCases.Broken),
            new LifecycleTrigger.BothLost(blueprint, plan, LifecycleCases.Broken, at),
            new LifecycleTrigger.ConfigOffered(blueprint.Config, LifecycleCases.Admin),
            new LifecycleTrigger.ConfigTaken(blueprint, blueprint.Config, plan, at),
            new LifecycleTrigger.ConfigRefused(plan, LifecycleCases.Broken),
            new LifecycleTrigger.ConfigNeedsInstance(blueprint, plan),
            .. Lost(blueprint, instance, state, at),
            .. Around(blueprint, choice),
            .. Noted(blueprint, choice),
        ];
    }

    private static LifecycleTrigger[] Around(PluginBlueprint blueprint, byte choice)
    {
        var content = new FolderContent
        {
            Problem = choice % 5 == 0 ? LifecycleCases.Broken : null,
            IsLoose = choice % 10 == 0,
            Obstacle = choice % 7 == 0 ? LifecycleCases.Missing : null,
            Blueprint = blueprint,
            Difference = (BlueprintDifference)(choice % 3),
            ReloadsVersion = choice % 2 == 0,
            ReloadsConfig = choice % 2 == 1,
        };
        return
        [
            new LifecycleTrigger.DesiredStateKnown((DesiredState)(choice % 4)),
            new LifecycleTrigger.DesiredStateChanged((DesiredState)(choice % 4)),
            new LifecycleTrigger.DesiredStateDue(LifecycleCases.Admin),
            new LifecycleTrigger.ServiceStarted(LifecycleCases.Supervisor),
            new LifecycleTrigger.FolderChanged(content, LifecycleCases.HotReload),
            new LifecycleTrigger.FolderGone(choice % 2 == 0 ? LifecycleCases.Broken : null, LifecycleCases.HotReload),
            new LifecycleTrigger.FilesRestored(content, choice % 3 == 0 ? LifecycleCases.Missing : null, LifecycleCases.Admin),
            new LifecycleTrigger.FilesRemoved(LifecycleCases.Admin),
            new LifecycleTrigger.ProviderLost(PluginName.Parse("base"), (PluginState)(choice % 13), LifecycleCases.Supervisor),
            new LifecycleTrigger.ProviderReturned(LifecycleCases.Supervisor),
            new LifecycleTrigger.DefinitionTaken(choice % 2 == 0 ? null : choice),
            new LifecycleTrigger.DefinitionNeedsInstance(blueprint, choice % 2 == 0, LifecycleCases.HotReload),
        ];
    }

    private static LifecycleTrigger[] Lost(PluginBlueprint blueprint, int instance, LifecycleState state, Moment at) =>
    [
        new LifecycleTrigger.InstanceLost(instance, blueprint, LifecycleCases.Trap, at),
        new LifecycleTrigger.LossSettled(),
        new LifecycleTrigger.CooldownElapsed(blueprint, state.RestartAt ?? at.Now),
        new LifecycleTrigger.HealthCritical(new PluginHealth(HealthStatus.Critical, []), at),
        new LifecycleTrigger.RollbackRequested(new Probation(blueprint, "", "", null, at.Elapsed), ""),
        new LifecycleTrigger.ShutdownRequested(LifecycleCases.Admin),
        new LifecycleTrigger.ManifestMissing(LifecycleCases.Broken),
    ];

    private static LifecycleTrigger[] Noted(PluginBlueprint blueprint, byte choice)
    {
        var missing = choice % 2 == 0 ? LifecycleCases.Missing : null;
        var config = choice % 3 == 0 ? null : blueprint.Config;
        var (plan, previous) = (new LoadPlan(LifecycleCases.Admin), choice % 3 == 0 ? null : blueprint);
        return
        [
            new LifecycleTrigger.GrantsChanged(missing, choice % 3 == 0, choice % 5 == 0 ? null : blueprint, LifecycleCases.Admin),
            new LifecycleTrigger.MissingNoted(missing),
            new LifecycleTrigger.LimitsChanged(choice % 3 != 0, missing, LifecycleCases.Admin),
            new LifecycleTrigger.QuarantineKnown(new Quarantine(LifecycleCases.Found.Plugin, $"sha-{choice % 4}", "", LifecycleCases.Start)),
            new LifecycleTrigger.FolderRefused(choice % 3 == 0 ? null : LifecycleCases.Broken, choice % 2 == 0),
            new LifecycleTrigger.ConfigStored(blueprint.Config, plan, previous, LifecycleCases.At(choice)),
            new LifecycleTrigger.ConfigNotStored(LifecycleCases.Broken, plan, previous),
            new LifecycleTrigger.PreviousConfigStored(config, LifecycleCases.NewConfig, LifecycleCases.Supervisor, choice % 2 == 0),
            new LifecycleTrigger.ShutdownBegun(),
        ];
    }
}
