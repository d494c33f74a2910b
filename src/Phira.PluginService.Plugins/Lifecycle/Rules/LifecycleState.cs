using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Everything that decisions about one plugin depend on. Immutable; <see cref="PluginLifecycle"/> makes the next one.</summary>
internal sealed record LifecycleState(PluginName Plugin, LifecyclePolicy Policy)
{
    /// <summary>The state in its life.</summary>
    public PluginState State { get; init; } = PluginState.Discovered;

    /// <summary>The number of moves so far; numbers the history.</summary>
    public long Moves { get; init; }

    /// <summary>The state that an administrator wants.</summary>
    public DesiredState Desired { get; init; } = DesiredState.Running;

    /// <summary>The reason why it does not run.</summary>
    public Error? Failure { get; init; }

    /// <summary>The number of its instance, which is active, stopped or lost; null when there is none.</summary>
    public int? Instance { get; init; }

    /// <summary>Whether the instance is about to be replaced: an operation decides about it.</summary>
    public bool IsSwapping { get; init; }

    /// <summary>The time at which the instance started to run, counted from the start of the service.</summary>
    public TimeSpan? RunningSince { get; init; }

    /// <summary>Whether the plugin is down only because another plugin is, and is loaded again together with that.</summary>
    public bool IsHeld { get; init; }

    /// <summary>The number of restarts since it last ran well.</summary>
    public int Attempts { get; init; }

    /// <summary>The number of crashes since an administrator or another version came.</summary>
    public int Crashes { get; init; }

    /// <summary>The time of the next restart; null when none is due.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>The consequence of a loss that no operation has handled yet.</summary>
    public PendingRecovery? Recovery { get; init; }

    /// <summary>The change that a failure would be the fault of; null when there is none.</summary>
    public Probation? Probation { get; init; }

    /// <summary>Hashes of the versions that no rollback returns to: each has failed on probation.</summary>
    public ImmutableHashSet<string> BadVersions { get; init; } = [];

    /// <summary>The version that is in quarantine; null when none is.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>The grants that the version in the folder waits for; null when it waits for none.</summary>
    public Error? Pending { get; init; }

    /// <summary>Whether a newer version than the running one waits for its grants.</summary>
    public bool UpdateWaits { get; init; }

    /// <summary>The reason why the version in its folder does not run; null when it does, or when nobody tried.</summary>
    public Error? Refused { get; init; }

    /// <summary>Whether the service stops.</summary>
    public bool IsShuttingDown { get; init; }

    /// <summary>Whether there is an instance.</summary>
    public bool HasInstance => Instance is not null;

    /// <summary>Whether the change is on probation.</summary>
    /// <param name="elapsed">Time since the service began.</param>
    public bool IsOnProbation(TimeSpan elapsed) => Probation is { } probation && elapsed - probation.Since <= Policy.RollbackWindow;
}
