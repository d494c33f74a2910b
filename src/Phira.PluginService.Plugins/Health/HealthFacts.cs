using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Health;

/// <summary>Everything that a plugin's health is judged by.</summary>
internal sealed record HealthFacts(PluginState State)
{
    /// <summary>The error by which it failed; null when it did not.</summary>
    public Error? Failure { get; init; }

    /// <summary>The error for which the version in its folder does not run; null when it runs.</summary>
    public Error? Refused { get; init; }

    /// <summary>Time of the next automatic restart; null when none is planned.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>The memory of the plugin in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Limit on its memory in bytes; null when it has no instance.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>Events that wait for it.</summary>
    public int QueueLength { get; init; }

    /// <summary>Number of events that may wait before some are dropped.</summary>
    public int QueueCapacity { get; init; } = 1;

    /// <summary>The usage in the last minute.</summary>
    public RecentUsage Recent { get; init; }

    /// <summary>The problem that the plugin itself reports; null when it reports none.</summary>
    public PluginHealth? Complaint { get; init; }
}
