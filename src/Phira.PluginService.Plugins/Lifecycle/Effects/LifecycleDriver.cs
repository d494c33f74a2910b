using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Activation;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>
/// Keeps the state of one plugin: it gives every trigger to <see cref="PluginLifecycle"/>, performs the effects and feeds their outcomes back.
/// Nothing else moves a plugin.
/// </summary>
/// <param name="found">The plugin when it was found.</param>
/// <param name="operations">The queue of triggers that follow in an operation of their own.</param>
internal sealed class LifecycleDriver(
    LifecycleState found, PluginJournal journal, OperationQueue operations, ImmediateEffectHandler immediate, InstanceEffectHandler instances)
{
    private readonly Lock _lock = new();
    private LifecycleState _state = found;

    /// <summary>All that decisions about the plugin depend on.</summary>
    public LifecycleState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    public required PluginCounters Counters { get; init; }

    public required StoredEffectHandler Stored { get; init; }

    /// <summary>Performs work on other plugins, which only the owner of the driver knows.</summary>
    public required Func<DependencyEffect, Task<LifecycleTrigger?>> PerformOnOthersAsync { get; init; }

    /// <summary>Applies a trigger and all that follows from it. Called in an operation of the plugin.</summary>
    public Task<Result> ApplyAsync(LifecycleTrigger trigger) => ApplyAsync(new InstanceOutcome(trigger));

    /// <summary>Applies a trigger that may come at any time, from anywhere.</summary>
    /// <param name="instance">The instance that the trigger is about; null when there is none.</param>
    /// <returns>False when it was refused.</returns>
    public bool Notice(LifecycleTrigger trigger, PluginInstance? instance = null)
    {
        var transition = Move(trigger);
        foreach (var effect in transition.Effects)
        {
            PerformNow(effect, instance);
        }

        return transition.Refusal is null;
    }

    // The only place where the state changes.
    private LifecycleTransition Move(LifecycleTrigger trigger)
    {
        lock (_lock)
        {
            var transition = PluginLifecycle.Apply(_state, trigger);
            _state = transition.State;
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

        if (outcome.Trigger is LifecycleTrigger.ReloadRequested)
        {
            Counters.Reloaded(answer.IsSuccess);
        }

        return answer;
    }

    /// <returns>The answer; null when the effect says nothing about the operation.</returns>
    private async Task<Result?> PerformAsync(LifecycleEffect effect, PluginInstance? instance)
    {
        switch (effect)
        {
            case LifecycleEffect.Answer answer:
                return answer.Error;
            case LifecycleEffect.Then then:
                return await ApplyAsync(then.Trigger);
            case InstanceEffect work:
                return await instances.PerformAsync(work) is { } outcome ? await ApplyAsync(outcome) : default(Result?);
            case StoredEffect work:
                return await Stored.PerformAsync(work) is { } stored ? await ApplyAsync(stored) : default(Result?);
            case DependencyEffect work:
                return await PerformOnOthersAsync(work) is { } resolved ? await ApplyAsync(resolved) : default(Result?);
            default:
                PerformNow(effect, instance);
                return null;
        }
    }

    private void PerformNow(LifecycleEffect effect, PluginInstance? instance)
    {
        switch (effect)
        {
            case LifecycleEffect.Record move:
                journal.Record(move);
                break;
            case LifecycleEffect.Note note:
                journal.Note(note);
                break;
            case LifecycleEffect.Queue queue:
                operations.Enqueue(() => ApplyAsync(queue.Trigger));
                break;
            case ImmediateEffect now:
                immediate.Perform(now, instance);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "An effect that takes time follows only within an operation.");
        }
    }
}
