using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Effects;
using Phira.PluginService.Plugins.Lifecycle.Generations;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Leads one plugin through its life: it keeps the plugin's state, gives every trigger to <see cref="PluginLifecycle"/>, performs the effects and
/// feeds their outcomes back. Operations run one after the other; only what may come at any time, such as the loss of an instance, comes in
/// between, and causes nothing that takes long.
/// </summary>
internal sealed class PluginSupervisor
{
    private readonly PluginRuntime _runtime;
    private readonly DependencyCascade _dependencies;
    private readonly OperationQueue _operations;
    private readonly ActiveInstance _active;
    private readonly GenerationMaker _maker;
    private readonly GrantCheck _grants;
    private readonly ImmediateEffectHandler _immediate;
    private readonly InstanceEffectHandler _instances;
    private readonly StoredEffectHandler _stored;
    private readonly Lock _lock = new();
    private LifecycleState _lifecycle;
    private ImmutableArray<PluginSupervisor> _takenDown = [];

    /// <param name="changed">Called after each change.</param>
    public PluginSupervisor(PluginName name, PluginRuntime runtime, DependencyCascade dependencies, ChangeCause cause, Action<PluginSupervisor> changed)
    {
        (_runtime, _dependencies) = (runtime, dependencies);
        var logger = runtime.Loggers.CreateLogger<PluginSupervisor>();
        _lifecycle = new LifecycleState(name, LifecyclePolicy.Of(runtime.Options));
        Record = new PluginRecord(name, runtime);
        Journal = new PluginJournal(Record, runtime, _lifecycle, cause, () => changed(this));
        _operations = new OperationQueue(FinishOperationAsync);
        _active = new ActiveInstance(Record, runtime, OnOverrun, health => Notice(new LifecycleTrigger.HealthCritical(health, runtime.Moment)));
        _maker = new GenerationMaker(Record, Journal, runtime, logger, OnFault, OnConfigSaved);
        _grants = new GrantCheck(Record, runtime, _active);
        var restart = new RestartTimer(runtime.Time, due => _operations.Enqueue(() => ApplyAsync(due)));
        _immediate = new ImmediateEffectHandler(Record, runtime, _active, restart, logger, OnFault);
        _instances = new InstanceEffectHandler(Record, Journal, runtime, _active, _maker, _grants, _immediate, () => dependencies.Plugins.EntryOf(this));
        _stored = new StoredEffectHandler(Record, Journal, runtime, logger);
        Configs = new ConfigChanger(Record, Journal, runtime, _active, trigger => ApplyAsync(trigger));
    }

    /// <summary>What stays of the plugin.</summary>
    public PluginRecord Record { get; }

    /// <summary>What is shown of it, and its history.</summary>
    public PluginJournal Journal { get; }

    /// <summary>Its state, as it is shown.</summary>
    public PluginState State => Journal.Status.State;

    /// <summary>All that decisions about it depend on.</summary>
    public LifecycleState Lifecycle
    {
        get
        {
            lock (_lock)
            {
                return _lifecycle;
            }
        }
    }

    /// <summary>The instance that is active or stopped; null when there is none.</summary>
    public Generation? Generation => _active.Generation;

    /// <summary>Entries waiting for it.</summary>
    public Mailbox? Mailbox => _active.Mailbox;

    /// <summary>What speaks against the plugin's health by its own account; null when nothing does.</summary>
    public PluginHealth? Complaint => _active.Complaint;

    /// <summary>Its configuration.</summary>
    public ConfigChanger Configs { get; }

    /// <summary>Carries out an operation when those before are done. Once begun it is finished, also when nobody waits any more.</summary>
    public Task<T> EnqueueAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken) =>
        _operations.EnqueueAsync(operation, cancellationToken);

    /// <summary>Carries out what an administrator, or hot reload, asks for. Called in an operation of the plugin.</summary>
    public Task<Result> RequestAsync(PluginOperation operation, bool cascade, ChangeCause cause) => ApplyAsync(
        new LifecycleTrigger.OperationRequested(operation, cause)
        {
            Obstacle = operation == PluginOperation.Reload ? _dependencies.Plugins.FindObstacle(this) : null,
            Dependents = cascade ? null : _dependencies.Plugins.FindDependents(this),
            Missing = _grants.FindMissing(),
        });

    /// <summary>Applies a trigger and all that follows from it. Called in an operation of the plugin.</summary>
    public Task<Result> ApplyAsync(LifecycleTrigger trigger) => ApplyAsync(new InstanceOutcome(trigger));

    /// <summary>Applies a trigger that may come at any time, from anywhere.</summary>
    /// <returns>False when it was refused.</returns>
    public bool Notice(LifecycleTrigger trigger, Generation? instance = null)
    {
        var transition = Move(trigger);
        foreach (var effect in transition.Effects)
        {
            PerformNow(effect, instance);
        }

        return transition.Refusal is null;
    }

    /// <summary>Replaces all that the plugin is allowed. It applies at once. Called in an operation of the plugin.</summary>
    public async Task<Result> GrantAsync(IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        var granted = await _grants.GrantAsync(_dependencies.Plugins.EntryOf(this).Manifest, grants, cause);
        if (!granted.IsSuccess)
        {
            return granted.Error;
        }

        // Whether the plugin works out with it is shown by its state; the grant itself stands.
        await ApplyAsync(new LifecycleTrigger.GrantsChanged(
            granted.Value.Missing, granted.Value.HeldChanged, Generation?.Blueprint, cause));
        return Result.Success;
    }

    /// <summary>Cancels a compilation that is under way, because an operation waits that takes the plugin down anyway. May be called from anywhere.</summary>
    /// <returns>To be disposed of when that operation begins.</returns>
    public IDisposable CancelCompilation() => _maker.CancelCompilation();

    /// <summary>Cuts short what runs now, in the active instance and in one that is just being made. Called when the service stops.</summary>
    /// <param name="time">How much longer it may take.</param>
    public void CutDeadline(TimeSpan time)
    {
        Notice(new LifecycleTrigger.ShutdownBegun());
        _maker.CutDeadline(time);
        Generation?.Actor.CutDeadline(time);
    }

    /// <summary>Reads what would be made of the plugin's folder now.</summary>
    public Task<Result<PluginBlueprint>> ReadAsync(CatalogEntry entry) => _instances.ReadAsync(entry);

    // The only place where the state changes.
    private LifecycleTransition Move(LifecycleTrigger trigger)
    {
        lock (_lock)
        {
            var transition = PluginLifecycle.Apply(_lifecycle, trigger);
            _lifecycle = transition.State;
            return transition;
        }
    }

    private async Task<Result> ApplyAsync(InstanceOutcome outcome)
    {
        var transition = Move(outcome.Trigger);
        var answer = transition.Refusal is { } refusal ? refusal : Result.Success;
        foreach (var effect in transition.Effects)
        {
            answer = await PerformAsync(effect, outcome.Instance) ?? answer;
        }

        return answer;
    }

    /// <returns>What has become of it; null when that says nothing about the operation.</returns>
    private async Task<Result?> PerformAsync(LifecycleEffect effect, Generation? instance)
    {
        switch (effect)
        {
            case LifecycleEffect.Answer answer:
                return answer.Error;
            case LifecycleEffect.Then then:
                return await ApplyAsync(then.Trigger);
            case InstanceEffect work:
                return await _instances.PerformAsync(work) is { } outcome ? await ApplyAsync(outcome) : default(Result?);
            case StoredEffect work:
                return await _stored.PerformAsync(work) is { } trigger ? await ApplyAsync(trigger) : default(Result?);
            case DependencyEffect work:
                return await PerformAsync(work) is { } next ? await ApplyAsync(next) : default(Result?);
            default:
                PerformNow(effect, instance);
                return null;
        }
    }

    private async Task<LifecycleTrigger?> PerformAsync(DependencyEffect effect)
    {
        switch (effect)
        {
            case DependencyEffect.Resolve resolve:
                return _dependencies.Plugins.FindObstacle(this) is { } obstacle
                    ? new LifecycleTrigger.DependencyMissing(obstacle, Hold: !_dependencies.Plugins.EntryOf(this).IsLoose, resolve.Plan.Cause)
                    : new LifecycleTrigger.LoadRequested(resolve.Plan);
            case DependencyEffect.TakeDownDependents down:
                _takenDown = await _dependencies.TakeDownAsync(this, down.Cause);
                return null;
            case DependencyEffect.BringBackDependents back:
                await _dependencies.BringBackAsync(_takenDown, back.Cause);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "unknown effect");
        }
    }

    private void PerformNow(LifecycleEffect effect, Generation? instance)
    {
        switch (effect)
        {
            case LifecycleEffect.Record move:
                Journal.Record(move);
                break;
            case LifecycleEffect.Note note:
                Journal.Note(note);
                break;
            case LifecycleEffect.Queue queue:
                _operations.Enqueue(() => ApplyAsync(queue.Trigger));
                break;
            case ImmediateEffect immediate:
                _immediate.Perform(immediate, instance);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect that takes time follows only within an operation.");
        }
    }

    /// <summary>More waits for the plugin than its mailbox may ever hold. Called on the thread that has brought it.</summary>
    private void OnOverrun()
    {
        if (Generation is { } generation)
        {
            Record.Counters.LimitHit(LimitNames.EventQueue);
            var error = new Error(PluginRuntimeErrors.LimitExceeded, LimitNames.EventQueue, "on-event");
            var fault = new GuestFault(FaultKind.Limit, error, LimitNames.EventQueue, "the mailbox is beyond its hard limit");
            if (generation.TryLose(new InstanceFault(fault, During: null)))
            {
                OnFault(generation, generation.InstanceFault!);
            }
        }
    }

    /// <summary>An instance is lost. Called on the plugin's own thread, or that of the clock.</summary>
    private void OnFault(Generation generation, InstanceFault fault)
    {
        var isSettled = Notice(
            new LifecycleTrigger.InstanceLost(generation.Number, generation.Blueprint, fault, _runtime.Moment), generation);
        if (!isSettled && generation.IsAbandoned)
        {
            _immediate.ReportLoss(generation, new RecoveryPlan(RecoveryPlan.None));
        }
    }

    private async Task FinishOperationAsync()
    {
        _maker.Forget();
        await Journal.WriteDownAsync();
    }

    private void OnConfigSaved(Generation generation, EffectiveConfig config)
    {
        generation.ConfigSaved(config);
        _runtime.Events.Publish(new ConfigChanged(Record.Name, config.Revision));
    }
}
