using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>What is shown of a plugin at one moment, besides its counters. Replaced as a whole.</summary>
/// <param name="Lifecycle">The plugin as of its last recorded move.</param>
internal sealed record PluginStatus(LifecycleState Lifecycle, DateTimeOffset ChangedAt)
{
    /// <summary>Where it is in its life.</summary>
    public PluginState State => Lifecycle.State;

    /// <summary>Why it failed.</summary>
    public Error? Failure => Lifecycle.Failure;

    /// <summary>What must be granted before the version in the folder runs; null when nothing waits.</summary>
    public Error? Pending => Lifecycle.Pending;

    /// <summary>Why what is in its folder now is not what runs; null when it is, or when nobody tried.</summary>
    public Error? Refused => Lifecycle.Refused;

    /// <summary>When it is started again; null when nothing waits for that.</summary>
    public DateTimeOffset? RestartAt => Lifecycle.RestartAt;

    /// <summary>Its manifest, when that can be read.</summary>
    public PluginManifest? Manifest { get; init; }

    /// <summary>Hash of its component.</summary>
    public string? Sha256 { get; init; }

    /// <summary>When the present instance started.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>The same moment as a timestamp of the monotonic clock, to measure how long it has been running.</summary>
    public long? StartTimestamp { get; init; }

    /// <summary>Time of the last instantiation with init and start.</summary>
    public TimeSpan StartTime { get; init; }

    /// <summary>Time of the last compilation or load from the cache.</summary>
    public TimeSpan CompileTime { get; init; }
}
