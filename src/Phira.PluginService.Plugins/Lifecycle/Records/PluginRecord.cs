using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>What stays of a plugin while its instances come and go.</summary>
internal sealed class PluginRecord
{
    public PluginRecord(PluginName name, PluginRuntime runtime)
    {
        Name = name;
        Counters = new PluginCounters();
        Recent = new UsageWindow(Counters, runtime.Time);
        Log = new PluginLog(
            runtime.Loggers.CreateLogger($"Plugin.{name}"), Counters, runtime.Time, runtime.Options.LogLinesPerSecond);
        HostState = runtime.Linker.CreateState(name);
        Permissions = new GrantSet(runtime.Time, permission => runtime.PermissionUsage.CountUse(name, permission));
    }

    /// <summary>Which plugin.</summary>
    public PluginName Name { get; }

    /// <summary>What it has done.</summary>
    public PluginCounters Counters { get; }

    /// <summary>What it has done in the last minute.</summary>
    public UsageWindow Recent { get; }

    /// <summary>Its log.</summary>
    public PluginLog Log { get; }

    /// <summary>What the host functions keep of it.</summary>
    public PluginHostState HostState { get; }

    /// <summary>What it is granted and how it uses that.</summary>
    public GrantSet Permissions { get; }

    /// <summary>Numbers its events.</summary>
    public EventSequence Sequence { get; } = new();
}
