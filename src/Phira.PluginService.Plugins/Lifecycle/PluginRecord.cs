using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Network;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What stays of a plugin while its instances come and go.</summary>
internal sealed class PluginRecord
{
    private const double BurstSeconds = 2;

    public PluginRecord(PluginName name, PluginRuntime runtime)
    {
        Name = name;
        Counters = new PluginCounters();
        Recent = new UsageWindow(Counters, runtime.Time);
        Log = new PluginLog(
            runtime.Loggers.CreateLogger($"Plugin.{name}"), Counters, runtime.Time, runtime.Options.LogLinesPerSecond);
        Quotas = new HostQuotas(
            Bucket(runtime.Options.EmitsPerSecond),
            Bucket(runtime.Options.MessagesPerSecond),
            Bucket(runtime.Options.ConfigSavesPerSecond))
        {
            Moderations = Bucket(runtime.Options.ModerationsPerSecond),
        };

        Permissions = new GrantSet(runtime.Time, permission => runtime.PermissionUsage.CountUse(name, permission));

        TokenBucket Bucket(double perSecond) => new(perSecond, perSecond * BurstSeconds, runtime.Time);
    }

    /// <summary>Which plugin.</summary>
    public PluginName Name { get; }

    /// <summary>What it has done.</summary>
    public PluginCounters Counters { get; }

    /// <summary>What it has done in the last minute.</summary>
    public UsageWindow Recent { get; }

    /// <summary>Its log.</summary>
    public PluginLog Log { get; }

    /// <summary>Its rates.</summary>
    public HostQuotas Quotas { get; }

    /// <summary>What it is granted and how it uses that.</summary>
    public GrantSet Permissions { get; }

    /// <summary>Its requests to other servers that are under way.</summary>
    public ConnectionCount Connections { get; } = new();

    /// <summary>Numbers its events.</summary>
    public EventSequence Sequence { get; } = new();
}
