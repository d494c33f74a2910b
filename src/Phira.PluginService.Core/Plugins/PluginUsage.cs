namespace Phira.PluginService.Core.Plugins;

/// <summary>The resources that a plugin uses, and counters of its work. Counters run from the moment the service found the plugin.</summary>
public sealed record PluginUsage
{
    /// <summary>Host memory of every kind that belongs to the present instance, in bytes: what <c>max_memory</c> bounds.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The most such memory the present instance has had, in bytes.</summary>
    public long PeakMemoryBytes { get; init; }

    /// <summary>The part of <see cref="MemoryBytes"/> in linear memories, the heap of a garbage collected guest included.</summary>
    public long LinearMemoryBytes { get; init; }

    /// <summary>The part of <see cref="MemoryBytes"/> in tables, each with the size it can grow to.</summary>
    public long TableBytes { get; init; }

    /// <summary>The part of <see cref="MemoryBytes"/> that is the state of its core and component instances in the engine.</summary>
    public long InstanceBytes { get; init; }

    /// <summary>The part of <see cref="MemoryBytes"/> behind handles of files and directories.</summary>
    public long HandleBytes { get; init; }

    /// <summary>Processor time spent in the guest and its host calls.</summary>
    public TimeSpan CpuTime { get; init; }

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

    /// <summary>Number of times that a new instance replaced a failed one.</summary>
    public long Restarts { get; init; }

    /// <summary>Time at which the present instance started; null when there is none.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Time of the last instantiation with init and start; zero before the first.</summary>
    public TimeSpan InstanceStartTime { get; init; }

    /// <summary>Time of the last compilation or load from the cache; zero before the first.</summary>
    public TimeSpan CompileTime { get; init; }
}
