using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Shows a plugin to the outside.</summary>
internal static class SnapshotBuilder
{
    /// <summary>The plugin as it is now.</summary>
    public static PluginSnapshot Build(PluginSupervisor plugin, PluginsOptions options)
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
            Pages = manifest?.Pages ?? [],
            AbiVersion = manifest?.AbiVersion.ToString(),
            Sha256 = status.Sha256,
            Failure = status.Failure,
            RestartAt = status.RestartAt,
            Pending = status.Pending,
            AllowedOperations = OperationRules.FindAllowed(plugin.Lifecycle),
            Health = Health(plugin, usage, options),
            Usage = usage,
            ChangedAt = status.ChangedAt,
        };
    }

    /// <summary>The use of resources and the counters of the plugin.</summary>
    public static PluginUsage Usage(PluginSupervisor plugin)
    {
        var (status, counters) = (plugin.Journal.Status, plugin.Record.Counters);
        var memory = plugin.Instance?.Actor.Memory;
        var parts = memory?.Parts ?? default;
        var waiting = plugin.Mailbox?.Count ?? 0;
        return new PluginUsage
        {
            MemoryBytes = memory?.CurrentBytes ?? 0,
            PeakMemoryBytes = memory?.PeakBytes ?? 0,
            LinearMemoryBytes = parts.Linear,
            TableBytes = parts.Tables,
            InstanceBytes = parts.Instances,
            HandleBytes = parts.Handles,
            CpuTime = counters.Cpu,
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

    /// <summary>The health of the plugin.</summary>
    public static PluginHealth Health(PluginSupervisor plugin, PluginUsage usage, PluginsOptions options) =>
        HealthModel.Assess(Facts(plugin, usage, options), options.Health);

    private static HealthFacts Facts(PluginSupervisor plugin, PluginUsage usage, PluginsOptions options)
    {
        var status = plugin.Journal.Status;
        return new HealthFacts(status.State)
        {
            Failure = status.Failure,
            Refused = status.Refused,
            RestartAt = status.RestartAt,
            MemoryBytes = usage.MemoryBytes,
            MaxMemory = plugin.Instance?.Limits.Current.MaxMemory,
            QueueLength = usage.QueueLength,
            QueueCapacity = options.QueueCapacity,
            Recent = plugin.Record.Recent.Read(),
            Complaint = plugin.Complaint,
        };
    }
}
