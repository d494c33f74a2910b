using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Contracts;

/// <summary>The resources that a plugin uses, and counters of its work. Counters run from the moment the service found the plugin.</summary>
internal sealed record UsageResponse
{
    [Description("Host memory of every kind that belongs to the current instance: what max_memory bounds.")]
    public required long MemoryBytes { get; init; }

    [Description("The most such memory the current instance has had.")]
    public required long PeakMemoryBytes { get; init; }

    [Description("The part of memoryBytes in linear memories, the heap of a garbage collected guest included.")]
    public required long LinearMemoryBytes { get; init; }

    [Description("The part of memoryBytes in tables, each with the size it can grow to.")]
    public required long TableBytes { get; init; }

    [Description("The part of memoryBytes that is the state of its core and component instances in the engine.")]
    public required long InstanceBytes { get; init; }

    [Description("The part of memoryBytes behind handles of files and directories.")]
    public required long HandleBytes { get; init; }

    [Description("Processor time spent in the guest and its host calls.")]
    public required double CpuSeconds { get; init; }

    [Description("Calls that are running or wait.")]
    public required int ActiveRequests { get; init; }

    [Description("Entries that wait in the mailbox.")]
    public required int QueueLength { get; init; }

    [Description("Calls into the guest.")]
    public required long Calls { get; init; }

    [Description("Calls that the guest answered with an error.")]
    public required long Errors { get; init; }

    [Description("Calls that ended in a trap.")]
    public required long Traps { get; init; }

    [Description("Calls that a limit ended, and requests for memory that a limit refused.")]
    public required long LimitHits { get; init; }

    [Description("Events that were dropped because the mailbox was full.")]
    public required long Drops { get; init; }

    [Description("Number of times that a new instance replaced a failed one.")]
    public required long Restarts { get; init; }

    [Description("Time at which the current instance started; null when there is none.")]
    public required DateTimeOffset? StartedAt { get; init; }

    [Description("Time of the last instantiation with init and start.")]
    public required double InstanceStartMilliseconds { get; init; }

    [Description("Time of the last compilation or load from the cache.")]
    public required double CompileMilliseconds { get; init; }

    public static UsageResponse From(PluginUsage usage) => new()
    {
        MemoryBytes = usage.MemoryBytes,
        PeakMemoryBytes = usage.PeakMemoryBytes,
        LinearMemoryBytes = usage.LinearMemoryBytes,
        TableBytes = usage.TableBytes,
        InstanceBytes = usage.InstanceBytes,
        HandleBytes = usage.HandleBytes,
        CpuSeconds = usage.CpuTime.TotalSeconds,
        ActiveRequests = usage.ActiveRequests,
        QueueLength = usage.QueueLength,
        Calls = usage.Calls,
        Errors = usage.Errors,
        Traps = usage.Traps,
        LimitHits = usage.LimitHits,
        Drops = usage.Drops,
        Restarts = usage.Restarts,
        StartedAt = usage.StartedAt,
        InstanceStartMilliseconds = usage.InstanceStartTime.TotalMilliseconds,
        CompileMilliseconds = usage.CompileTime.TotalMilliseconds,
    };
}
