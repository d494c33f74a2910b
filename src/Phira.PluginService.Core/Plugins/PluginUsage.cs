namespace Phira.PluginService.Core.Plugins;

/// <summary>What a plugin uses and has done. Counters run from the moment the service found the plugin.</summary>
public sealed record PluginUsage
{
    /// <summary>Linear memory of the present instance, in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The most linear memory the present instance has had, in bytes.</summary>
    public long PeakMemoryBytes { get; init; }

    /// <summary>Processor time spent in the guest and its host calls, in seconds.</summary>
    public double CpuSeconds { get; init; }

    /// <summary>Calls that are running or wait in the mailbox.</summary>
    public int ActiveRequests { get; init; }

    /// <summary>Entries that wait in the mailbox.</summary>
    public int QueueLength { get; init; }

    /// <summary>Calls into the guest.</summary>
    public long Calls { get; init; }

    /// <summary>Calls that the guest answered with an error.</summary>
    public long Errors { get; init; }

    /// <summary>Calls that ended in a trap.</summary>
    public long Traps { get; init; }

    /// <summary>Calls that a limit ended, and requests for memory that a limit refused.</summary>
    public long LimitHits { get; init; }

    /// <summary>Events that were dropped because the mailbox was full.</summary>
    public long Drops { get; init; }

    /// <summary>How often a new instance replaced a failed one.</summary>
    public long Restarts { get; init; }

    /// <summary>When the present instance started; null when there is none.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Time of the last instantiation with init and start; zero before the first.</summary>
    public TimeSpan InstanceStartTime { get; init; }

    /// <summary>Time of the last compilation or load from the cache; zero before the first.</summary>
    public TimeSpan CompileTime { get; init; }
}
