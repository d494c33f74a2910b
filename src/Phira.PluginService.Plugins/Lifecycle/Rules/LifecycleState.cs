using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Rules;

/// <summary>Everything that decisions about one plugin depend on. Immutable; <see cref="PluginLifecycle"/> makes the next one.</summary>
internal sealed record LifecycleState(PluginName Plugin, LifecyclePolicy Policy)
{
    /// <summary>Where the plugin is in its life.</summary>
    public PluginState State { get; init; } = PluginState.Discovered;

    /// <summary>How many moves led here; numbers the history.</summary>
    public long Moves { get; init; }

    /// <summary>What an administrator wants.</summary>
    public DesiredState Desired { get; init; } = DesiredState.Running;

    /// <summary>Why it does not run.</summary>
    public Error? Failure { get; init; }

    /// <summary>The number of its instance, which is active, stopped or lost; null when there is none.</summary>
    public int? Instance { get; init; }

    /// <summary>Whether its instance is about to be replaced: what becomes of it is in the hands of an operation.</summary>
    public bool IsSwapping { get; init; }

    /// <summary>When the instance started to run: time since the service began.</summary>
    public TimeSpan? RunningSince { get; init; }

    /// <summary>Whether it is down only because another plugin is; it comes back with that.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How often it was started again since it last ran well.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it crashed since an administrator or another version came.</summary>
    public int Crashes { get; init; }

    /// <summary>When it is started again; null when nothing waits for that.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>What follows from a loss that no operation has handled yet.</summary>
    public PendingRecovery? Recovery { get; init; }

    /// <summary>The change that a failure would be the fault of; null when there is none.</summary>
    public Probation? Probation { get; init; }

    /// <summary>The version that is in quarantine; null when none is.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>What must be granted before the version in the folder runs; null when nothing waits.</summary>
    public Error? Pending { get; init; }

    /// <summary>Whether a newer version than the running one waits for its grants.</summary>
    public bool UpdateWaits { get; init; }

    /// <summary>Why what is in its folder now is not what runs; null when it is, or when nobody tried.</summary>
    public Error? Refused { get; init; }

    /// <summary>Whether the service stops.</summary>
    public bool IsShuttingDown { get; init; }

    /// <summary>Whether there is an instance.</summary>
    public bool HasInstance => Instance is not null;

    /// <summary>Whether its change is on probation.</summary>
    /// <param name="elapsed">Time since the service began.</param>
    public bool IsOnProbation(TimeSpan elapsed) => Probation is { } probation && elapsed - probation.Since <= Policy.RollbackWindow;
}
