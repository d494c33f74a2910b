using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>The status of a plugin at one moment, besides its counters. Replaced as a whole.</summary>
/// <param name="Lifecycle">The plugin as of its last recorded move.</param>
internal sealed record PluginStatus(LifecycleState Lifecycle, DateTimeOffset ChangedAt)
{
    /// <summary>The state in its life.</summary>
    public PluginState State => Lifecycle.State;

    /// <summary>The reason for its failure.</summary>
    public Error? Failure => Lifecycle.Failure;

    /// <summary>The grants that the version in the folder waits for; null when it waits for none.</summary>
    public Error? Pending => Lifecycle.Pending;

    /// <summary>The reason why the version in its folder does not run; null when it does, or when nobody tried.</summary>
    public Error? Refused => Lifecycle.Refused;

    /// <summary>The time of the next restart; null when none is due.</summary>
    public DateTimeOffset? RestartAt => Lifecycle.RestartAt;

    /// <summary>The manifest; null when it cannot be read.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Hash of its component.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The start of the present instance.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The same moment as a timestamp of the monotonic clock, to measure how long it has been running.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>Time of the last instantiation with init and start.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>Time of the last compilation or load from the cache.</summary>
    public TimeSpan CompileTime { get; init; }
}
