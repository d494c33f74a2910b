using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Health;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>The part of a plugin that outlasts its instances.</summary>
internal sealed class PluginRecord
{
    public PluginRecord(PluginName name, PluginRuntime runtime)
    {
        Name = name;
        Counters = new PluginCounters();
        Recent = new UsageWindow(Counters, runtime.TimeProvider);
        Log = new PluginLog(
            runtime.Loggers.CreateLogger($"Plugin.{name}"), Counters, runtime.TimeProvider, runtime.Options.LogLinesPerSecond, runtime.Logs.Open(name));
        HostState = runtime.Linker.CreateState(name);
        Permissions = new GrantSet(runtime.TimeProvider, permission => runtime.PermissionUsage.CountUse(name, permission));
    }

    /// <summary>The name of the plugin.</summary>
    public PluginName Name { get; }

    /// <summary>The counters of the plugin.</summary>
    public PluginCounters Counters { get; }

    /// <summary>The counters over the last minute.</summary>
    public UsageWindow Recent { get; }

    /// <summary>The log of the plugin.</summary>
    public PluginLog Log { get; }

    /// <summary>The state that the host functions keep of it.</summary>
    public PluginHostState HostState { get; }

    /// <summary>The grants and their use.</summary>
    public GrantSet Permissions { get; }

    /// <summary>Numbers its events.</summary>
    public EventSequence Sequence { get; } = new();
}
