using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Shows a plugin to the outside.</summary>
internal static class SnapshotBuilder
{
    /// <summary>The plugin as it is now.</summary>
    /// <param name="plugin">The plugin.</param>
    /// <param name="queueCapacity">How many events may wait.</param>
    public static PluginSnapshot Build(PluginSupervisor plugin, int queueCapacity)
    {
        var (status, usage) = (plugin.Journal.Status, Usage(plugin));
        var manifest = status.Manifest;
        return new PluginSnapshot
        {
            Name = plugin.Record.Name,
            State = status.State,
            Version = manifest?.Version.ToString(),
            Author = manifest?.Author,
            Description = manifest?.Description,
            License = manifest?.License,
            Website = manifest?.Website,
            Category = manifest?.Category,
            Tags = manifest?.Tags ?? [],
            AbiVersion = manifest?.AbiVersion.ToString(),
            Sha256 = status.Sha256,
            Failure = status.Failure,
            Health = HealthModel.Assess(status, usage, plugin.Generation?.Limits.Current, queueCapacity, plugin.Complaint),
            Pending = status.Pending,
            Usage = usage,
            ChangedAt = status.ChangedAt,
        };
    }

    /// <summary>What the plugin uses and has done.</summary>
    /// <param name="plugin">The plugin.</param>
    public static PluginUsage Usage(PluginSupervisor plugin)
    {
        var (status, counters) = (plugin.Journal.Status, plugin.Record.Counters);
        var memory = plugin.Generation?.Actor.Memory;
        var waiting = plugin.Mailbox?.Count ?? 0;
        return new PluginUsage
        {
            MemoryBytes = memory?.CurrentBytes ?? 0,
            PeakMemoryBytes = memory?.PeakBytes ?? 0,
            CpuSeconds = counters.Cpu.TotalSeconds,
            ActiveRequests = counters.Active + waiting,
            QueueLength = waiting,
            Calls = counters.Calls,
            Errors = counters.Errors,
            Traps = counters.Traps,
            LimitHits = counters.LimitHits,
            Drops = counters.Drops,
            Restarts = counters.Restarts,
            StartedAt = status.StartedAt,
            InstanceStartTime = status.StartTime,
            CompileTime = status.CompileTime,
        };
    }
}
