using System.Collections.Immutable;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>A transition under construction: the state so far and the effects so far. Lives for one trigger.</summary>
/// <param name="before">The plugin before the trigger.</param>
internal sealed class LifecycleChange(LifecycleState before)
{
    private readonly ImmutableArray<LifecycleEffect>.Builder _effects = ImmutableArray.CreateBuilder<LifecycleEffect>();
    private readonly LifecycleState _before = before;

    public LifecycleState State { get; set; } = before;

    public bool IsIn(params ReadOnlySpan<PluginState> states) => states.Contains(State.State);

    public LifecycleChange Add(LifecycleEffect effect)
    {
        _effects.Add(effect);
        return this;
    }

    public LifecycleChange Then(LifecycleTrigger trigger) => Add(new LifecycleEffect.Then(trigger));

    public LifecycleChange Answer(Error error) => Add(new LifecycleEffect.Answer(error));

    /// <summary>Moves the plugin to another state; throws if the move is not allowed.</summary>
    public LifecycleChange Move(PluginState to, ChangeCause cause, Error? failure = null)
    {
        var from = State.State;
        if (!LifecycleMoves.IsAllowed(from, to))
        {
            throw new InvalidOperationException($"A plugin does not move from {from} to {to}.");
        }

        State = State with
        {
            State = to,
            Moves = State.Moves + 1,
            Failure = failure,
            RestartAt = null,
            RunningSince = to is PluginState.Running or PluginState.Stopping or PluginState.Stopped ? State.RunningSince : null,
            Refused = to is PluginState.Running or PluginState.Unloaded ? null : State.Refused,
        };
        return Add(new LifecycleEffect.Record(State, from, cause, Started: null));
    }

    /// <summary>Moves the plugin to <see cref="PluginState.Running"/> with a new instance.</summary>
    public LifecycleChange Run(StartedInstance started, TimeSpan since, ChangeCause cause)
    {
        Move(PluginState.Running, cause);
        return AmendRecord(State with { RunningSince = since }, started);
    }

    /// <summary>Moves the plugin to <see cref="PluginState.Failed"/> and notes the time of the next start.</summary>
    public LifecycleChange FailUntil(DateTimeOffset? restartAt, ChangeCause cause, Error error)
    {
        Move(PluginState.Failed, cause, error);
        return AmendRecord(State with { RestartAt = restartAt }, started: null);
    }

    /// <summary>Ends the instance, if there is one.</summary>
    /// <param name="reason">The answer to those who still wait.</param>
    public LifecycleChange End(Error reason, bool report = false)
    {
        if (State.HasInstance)
        {
            State = State with { Instance = null, IsSwapping = false };
            Add(new InstanceEffect.End(reason, report));
        }

        return this;
    }

    /// <summary>Cancels all automatic steps: an operation decides about the plugin.</summary>
    public LifecycleChange TakeCharge()
    {
        State = State with { RestartAt = null, Recovery = null, Probation = null, IsHeld = false };
        return Add(new ImmediateEffect.CancelRestart());
    }

    /// <summary>Shows what is missing.</summary>
    /// <param name="missing">The missing grants; null when none are.</param>
    public LifecycleChange NotePending(Error? missing)
    {
        var isNews = State.Pending is not null || missing is not null;
        State = State with { Pending = missing, UpdateWaits = missing is not null && State.UpdateWaits };
        return isNews ? Add(new LifecycleEffect.Note(State, Announce: true)) : this;
    }

    public Error NotRunning(PluginState state) => new(PluginRuntimeErrors.NotRunning, State.Plugin.Value, state.Name());

    public LifecycleTransition Done() => new(State, _effects.DrainToImmutable(), Refusal: null);

    /// <summary>Drops the prepared effects: a refused trigger changes nothing.</summary>
    public LifecycleTransition Refuse(Error why) => new(_before, [], why);

    /// <summary>Refuses the trigger because of the state of the plugin.</summary>
    public LifecycleTransition Refuse(string what) =>
        Refuse(new Error(PluginRuntimeErrors.WrongState, _before.Plugin.Value, _before.State.Name(), what));

    private LifecycleChange AmendRecord(LifecycleState state, StartedInstance? started)
    {
        State = state;
        _effects[^1] = (LifecycleEffect.Record)_effects[^1] with { After = state, Started = started };
        return this;
    }
}
