using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Health;

/// <summary>Everything that a plugin's health is judged by.</summary>
internal sealed record HealthFacts(PluginState State)
{
    /// <summary>Why it failed; null when it did not.</summary>
    public Error? Failure { get; init; }

    /// <summary>Why what is in its folder now is not what runs; null when it is.</summary>
    public Error? Refused { get; init; }

    /// <summary>When it is started again; null when nothing waits for that.</summary>
    public DateTimeOffset? RestartAt { get; init; }

    /// <summary>Its memory in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>How much it may have; null when it has no instance.</summary>
    public long? MaxMemory { get; init; }

    /// <summary>Events that wait for it.</summary>
    public int QueueLength { get; init; }

    /// <summary>How many may wait before some are dropped.</summary>
    public int QueueCapacity { get; init; } = 1;

    /// <summary>What it did in the last minute.</summary>
    public RecentUsage Recent { get; init; }

    /// <summary>The problem that the plugin itself reports; null when it reports none.</summary>
    public PluginHealth? Complaint { get; init; }
}
