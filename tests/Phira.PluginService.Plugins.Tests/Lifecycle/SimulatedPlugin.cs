using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Tests.Lifecycle;

/// <summary>
/// A plugin without instances: effects have the outcomes that a source of choices decides, instances are lost in between, and whatever must hold
/// after every step is checked.
/// </summary>
/// <param name="choose">Chooses a number from 0 to below its argument; 0 is always the outcome that everybody hopes for.</param>
internal sealed class SimulatedPlugin(Func<int, int> choose)
{
    private static readonly PluginState[] WithInstance =
        [PluginState.Initialized, PluginState.Running, PluginState.Stopping, PluginState.Stopped, PluginState.Failed];

    private readonly Queue<LifecycleTrigger> _queued = [];
    private readonly HashSet<int> _lost = [];
    private readonly SimulatedConfig _config = new();
    private readonly SortedList<long, LifecycleEffect.Record> _history = [];
    private Func<int, int> _choose = choose;
    private ImmediateEffect.ScheduleRestart? _timer;
    private PluginBlueprint _current = LifecycleCases.Version(1);
    private double _seconds;
    private int _made;
    private int _depth;

    public LifecycleState State { get; private set; } = LifecycleCases.Found;

    /// <summary>The states it moved to, in order.</summary>
    public IEnumerable<PluginState> History => _history.Values.Select(move => move.After.State);

    /// <summary>The version in the folder.</summary>
    public int Folder { get; set; } = 1;

    /// <summary>Whether work may end by a fault of the host.</summary>
    public bool HostFails { get; init; }

    /// <summary>The current content of the folder.</summary>
    public FolderContent Content => new()
    {
        Problem = _choose(6) == 5 ? LifecycleCases.Broken : null,
        IsLoose = _choose(6) == 5,
        Obstacle = _choose(6) == 5 ? LifecycleCases.Missing : null,
        Blueprint = LifecycleCases.Version(Folder) with { Config = _config.Stored },
        Difference = _current.Image != LifecycleCases.Version(Folder).Image ? BlueprintDifference.Version : (BlueprintDifference)_choose(2),
        ReloadsVersion = _choose(4) != 3,
        ReloadsConfig = _choose(4) != 3,
    };

    /// <summary>The blueprint of the present instance.</summary>
    public PluginBlueprint Current => _current;

    /// <summary>An administrator changes the configuration.</summary>
    public Result Configure() => Run(new LifecycleTrigger.ConfigOffered(_config.Offer(), LifecycleCases.Admin));

    /// <summary>From now on everything works.</summary>
    public void BecomeWell() => _choose = _ => 0;

    /// <summary>Runs an operation to its end, and then those that follow by themselves at once.</summary>
    public Result Run(LifecycleTrigger trigger)
    {
        var answer = Operate(trigger);
        while (_queued.TryDequeue(out var next))
        {
            Operate(next);
        }

        CheckHistory();
        _config.Check(!HostFails && State.State is PluginState.Running or PluginState.Stopped ? _current.Config : null);
        return answer;
    }

    /// <summary>Lets time pass until nothing happens by itself any more.</summary>
    public void Settle()
    {
        for (var i = 0; _timer is { } timer; i++)
        {
            Assert.InRange(i, 0, 50);
            _timer = null;
            Run(new LifecycleTrigger.CooldownElapsed(timer.Blueprint, timer.At));
        }
    }

    public void Pass(double seconds) => _seconds += seconds;

    public Moment Now => LifecycleCases.At(_seconds);

    /// <summary>The active instance traps.</summary>
    public void Trap()
    {
        if (State.Instance is { } instance && _lost.Add(instance))
        {
            Notice(new LifecycleTrigger.InstanceLost(instance, _current, LifecycleCases.Trap, Now));
        }
    }

    /// <summary>Something that may come at any time: it causes no work.</summary>
    public void Notice(LifecycleTrigger trigger) => Assert.All(Apply(trigger).Effects, effect =>
    {
        Assert.True(effect is ImmediateEffect or LifecycleEffect.Record or LifecycleEffect.Note or LifecycleEffect.Queue);
        PerformNow(effect);
    });

    private Result Operate(LifecycleTrigger trigger)
    {
        try
        {
            _depth = 0;
            return Follow(trigger);
        }
        catch (HostFailure)
        {
            return LifecycleCases.Broken;
        }
    }

    private Result Follow(LifecycleTrigger trigger)
    {
        Assert.InRange(++_depth, 0, 60);
        var transition = Apply(trigger);
        var answer = transition.Refusal is { } refusal ? refusal : Result.Success;
        foreach (var effect in transition.Effects)
        {
            if (_choose(12) == 11)
            {
                Trap();
            }

            answer = Perform(effect) ?? answer;
        }

        _depth--;
        return answer;
    }

    private LifecycleTransition Apply(LifecycleTrigger trigger)
    {
        var before = State;
        var transition = PluginLifecycle.Apply(State, trigger);
        State = transition.State;
        CheckStep(before, trigger, transition);
        return transition;
    }

    /// <summary>In the order of their numbers the moves follow one another, no matter which was recorded first.</summary>
    private void CheckHistory()
    {
        if (HostFails)
        {
            return;
        }

        var from = PluginState.Discovered;
        Assert.Equal(State.Moves, _history.Count);
        foreach (var move in _history.Values)
        {
            Assert.Equal(from, move.From);
            from = move.After.State;
        }

        Assert.Equal(from, State.State);

        // What is shown as waiting for a restart really waits for one, and nothing else does.
        Assert.Equal(State.RestartAt, _timer?.At);
    }

    private static void CheckStep(LifecycleState before, LifecycleTrigger trigger, LifecycleTransition transition)
    {
        var after = transition.State;
        if (transition.Refusal is not null)
        {
            Assert.Same(before, after);
            Assert.Empty(transition.Effects);
        }

        var from = before;
        foreach (var move in transition.Effects.OfType<LifecycleEffect.Record>())
        {
            Assert.Equal((from.State, from.Moves + 1), (move.From, move.After.Moves));
            Assert.True(DocumentedMoves.Contain(move.From, move.After.State), $"{move.From} -> {move.After.State}");
            from = move.After;
        }

        Assert.Equal((from.State, from.Moves), (after.State, after.Moves));
        // Once for each time that it goes down without being held back.
        Assert.Equal(
            transition.Effects.OfType<LifecycleEffect.Record>()
                .Count(move => move.After is { State: PluginState.Unloaded or PluginState.Disabled, IsHeld: false }),
            transition.Effects.OfType<ImmediateEffect.ReleaseHostState>().Count());
        Assert.InRange(after.Attempts, 0, LifecycleCases.Policy.Restarts.Maximum);
        Assert.True(after.RestartAt is null || after.State == PluginState.Failed, $"{after.State} waits for a restart");
        Assert.True(after.Recovery is null || after is { State: PluginState.Failed, HasInstance: true });
        Assert.False(after.IsSwapping && after.State != PluginState.Running);
        Assert.False(after.IsHeld && after.State == PluginState.Running);
        Assert.False(after.HasInstance && !WithInstance.Contains(after.State), $"{after.State} with an instance");
        Assert.False(!after.HasInstance && after.State is PluginState.Running or PluginState.Stopped && after.State != before.State);
        Assert.False(after.State == PluginState.Running && after.Failure is not null);
        AssertNoReturnToBad(before, transition);
        if (before.Quarantine is { } quarantine && after.Quarantine is null)
        {
            AssertMayLeave(quarantine, trigger);
        }
    }

    /// <summary>A rollback never restores a version that has failed, neither in the folder nor as the instance.</summary>
    private static void AssertNoReturnToBad(LifecycleState before, LifecycleTransition transition)
    {
        if (transition.Effects.OfType<StoredEffect.RestoreVersion>().SingleOrDefault() is { } restore)
        {
            Assert.Superset(before.BadVersions, restore.Bad);
            Assert.Same(transition.State.BadVersions, restore.Bad);
            var restored = Assert.Single(transition.Effects.OfType<InstanceEffect.Refresh>());
            Assert.DoesNotContain(restored.Blueprint.Image.Sha256, restore.Bad);
        }
    }

    /// <summary>Quarantine ends by an administrator, or by another version.</summary>
    private static void AssertMayLeave(Quarantine quarantine, LifecycleTrigger trigger) => Assert.True(trigger switch
    {
        LifecycleTrigger.BlueprintRead read => read.Plan.Release || read.Blueprint.Image.Sha256 != quarantine.Sha256,
        LifecycleTrigger.SwapSucceeded swap => swap.Blueprint.Image.Sha256 != swap.Previous.Image.Sha256,
        LifecycleTrigger.InstanceStarted { Previous: { } previous } started => started.Blueprint.Image.Sha256 != previous.Image.Sha256,
        _ => false,
    });

    private Result? Perform(LifecycleEffect effect)
    {
        switch (effect)
        {
            case LifecycleEffect.Answer answer:
                return answer.Error;
            case LifecycleEffect.Then then:
                return Follow(then.Trigger);
            case InstanceEffect or StoredEffect or DependencyEffect:
                if (HostFails && _choose(40) == 39)
                {
                    throw new HostFailure();
                }

                return OutcomeOf(effect) is { } outcome ? Follow(outcome) : default(Result?);
            default:
                PerformNow(effect);
                return null;
        }
    }

    private void PerformNow(LifecycleEffect effect)
    {
        switch (effect)
        {
            case LifecycleEffect.Record move:
                _history.Add(move.After.Moves, move);
                break;
            case LifecycleEffect.Queue queue:
                _queued.Enqueue(queue.Trigger);
                break;
            case ImmediateEffect.RestoredConfigRefused:
                _config.IsKept = true;
                break;
            case ImmediateEffect.ScheduleRestart restart:
                _timer = restart;
                break;
            case ImmediateEffect.CancelRestart:
                _timer = null;
                break;
            case ImmediateEffect.Serve when State.Instance is { } instance && _lost.Contains(instance):
                Notice(new LifecycleTrigger.InstanceLost(instance, _current, LifecycleCases.Trap, Now));
                break;
        }
    }

    private LifecycleTrigger? OutcomeOf(LifecycleEffect effect) => effect switch
    {
        InstanceEffect.Read { Plan: var plan } => _choose(6) == 5
            ? new LifecycleTrigger.BlueprintRefused(LifecycleCases.Broken, plan)
            : new LifecycleTrigger.BlueprintRead(LifecycleCases.Version(Folder) with { Config = plan.Offered ?? _config.Stored }, plan),
        InstanceEffect.Refresh refresh => new LifecycleTrigger.Refreshed(refresh.Blueprint with { Config = _config.Stored }, refresh.Plan),
        InstanceEffect.AskApproval ask => _choose(6) == 5
            ? new LifecycleTrigger.ApprovalNeeded(LifecycleCases.Missing, ask.Plan)
            : new LifecycleTrigger.ApprovalGiven(ask.Blueprint, ask.Plan),
        InstanceEffect.Compile compile => _choose(8) == 7
            ? Failed(compile.Blueprint, compile.Plan, fault: null)
            : new LifecycleTrigger.Compiled(compile.Blueprint, compile.Plan),
        InstanceEffect.Instantiate instantiate => _choose(8) == 7
            ? Failed(instantiate.Blueprint, instantiate.Plan, LifecycleCases.Trap)
            : new LifecycleTrigger.Instantiated(instantiate.Blueprint, instantiate.Plan),
        InstanceEffect.Initialize initialize => _choose(8) == 7
            ? Failed(initialize.Blueprint, initialize.Plan, LifecycleCases.Trap)
            : Initialized(initialize.Blueprint, initialize.Plan),
        InstanceEffect.Start start => Started(start.Blueprint, start.Plan, start.Previous),
        InstanceEffect.StartKept start => Started(_current, start.Plan, previous: null),
        InstanceEffect.HandOver handOver => HandOver(handOver.Blueprint, handOver.Plan),
        InstanceEffect.DeliverConfig deliver => Deliver(deliver),
        InstanceEffect.NumberConfig number => Number(number.Config),
        InstanceEffect.Redefine redefine => _choose(4) switch
        {
            3 => new LifecycleTrigger.DefinitionNeedsInstance(redefine.Blueprint, redefine.MayReplace, redefine.Cause),
            2 => new LifecycleTrigger.FolderRefused(LifecycleCases.Broken),
            var other => new LifecycleTrigger.DefinitionTaken(other == 0 ? null : redefine.Blueprint.Config.Revision),
        },
        InstanceEffect.Stop stop => new LifecycleTrigger.InstanceStopped(
            stop.Cause, IsLost || _choose(4) == 3 ? LifecycleCases.Broken : _choose(4) == 3 ? LifecycleCases.Refusal : null),
        StoredEffect.Want want => new LifecycleTrigger.DesiredStateKnown(want.Desired),
        StoredEffect.EnsureWanted want => new LifecycleTrigger.DesiredStateKnown(want.Desired),
        StoredEffect.StoreConfig store => Store(store.Offered) is { } stored
            ? new LifecycleTrigger.ConfigStored(stored, store.Plan, store.Previous, Now)
            : new LifecycleTrigger.ConfigNotStored(LifecycleCases.Broken, store.Plan, store.Previous),
        StoredEffect.RestoreConfig restore => new LifecycleTrigger.PreviousConfigStored(
            Store(restore.Probation.Previous.Config with { Revision = restore.Probation.Revision!.Value }),
            restore.Probation,
            restore.Cause,
            restore.IsRunning),
        DependencyEffect.Resolve { Plan: var plan } => _choose(5) switch
        {
            4 => new LifecycleTrigger.DependencyMissing(LifecycleCases.Missing, IsOwn: false, plan),
            3 => new LifecycleTrigger.DependencyMissing(LifecycleCases.Missing, IsOwn: true, plan),
            _ => new LifecycleTrigger.LoadRequested(plan),
        },
        _ => null,
    };

    private bool IsLost => State.Instance is { } instance && _lost.Contains(instance);

    private LifecycleTrigger.CreateFailed Failed(PluginBlueprint blueprint, LoadPlan plan, InstanceFault? fault) =>
        new(blueprint, plan, LifecycleCases.Broken, fault, Now);

    private LifecycleTrigger.Initialized Initialized(PluginBlueprint blueprint, LoadPlan plan)
    {
        if (State.HasInstance)
        {
            return new LifecycleTrigger.Initialized(blueprint, plan, ++_made) { Previous = _current };
        }

        (_current, _config.IsKept) = (blueprint, false);
        return new LifecycleTrigger.Initialized(blueprint, plan, ++_made);
    }

    private LifecycleTrigger Started(PluginBlueprint blueprint, LoadPlan plan, PluginBlueprint? previous)
    {
        (_current, _config.IsKept) = (blueprint, false);
        return IsLost || _choose(6) == 5
            ? new LifecycleTrigger.StartFailed(blueprint, plan, LifecycleCases.Broken, _choose(2) == 1 ? LifecycleCases.Trap : null, Now)
            : new LifecycleTrigger.InstanceStarted(blueprint, plan, LifecycleCases.Shown(blueprint), Now) { Previous = previous };
    }

    private LifecycleTrigger HandOver(PluginBlueprint blueprint, LoadPlan plan)
    {
        var previous = _current;
        if (_choose(5) < 3)
        {
            (_current, _config.IsKept) = (blueprint, false);
            return new LifecycleTrigger.SwapSucceeded(blueprint, previous, plan, _made, LifecycleCases.Shown(blueprint), Now);
        }

        return IsLost
            ? new LifecycleTrigger.BothLost(previous, plan, LifecycleCases.Broken, Now)
            : new LifecycleTrigger.SwapFailed(plan, LifecycleCases.Broken);
    }

    private LifecycleTrigger Deliver(InstanceEffect.DeliverConfig deliver)
    {
        var (previous, plan) = (_current, deliver.Plan);
        switch (_choose(4))
        {
            case 3:
                return new LifecycleTrigger.ConfigNeedsInstance(_current with { Config = deliver.Config }, plan);
            case 2:
                if (plan.Offered is not null)
                {
                    _config.Refuse(deliver.Config);
                }

                return new LifecycleTrigger.ConfigRefused(plan, LifecycleCases.Broken);
            default:
                (_current, _config.IsKept) = (_current with { Config = deliver.Config }, false);
                return new LifecycleTrigger.ConfigTaken(previous, deliver.Config, plan, Now);
        }
    }

    /// <returns>Null when the disk takes nothing.</returns>
    private EffectiveConfig? Store(EffectiveConfig config) => _choose(4) == 3 ? null : _config.Store(config);

    private LifecycleTrigger? Number(EffectiveConfig config)
    {
        _current = _current with { Config = config };
        return null;
    }

    private sealed class HostFailure : Exception;
}
