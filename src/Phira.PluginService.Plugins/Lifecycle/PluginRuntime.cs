using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Crashes;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What all plugins share.</summary>
internal sealed class PluginRuntime
{
    public required PluginsOptions Options { get; init; }

    public required ComponentCompiler Compiler { get; init; }

    public required EpochTicker Ticker { get; init; }

    public required EventBus Events { get; init; }

    public required CommandRegistry Commands { get; init; }

    public required IPluginStore Store { get; init; }

    public required IStorageHealth Storage { get; init; }

    public required CrashReporter Crashes { get; init; }

    public required PermissionUsageRecorder PermissionUsage { get; init; }

    public required PermissionService Permissions { get; init; }

    public required HostInterfaceSet Interfaces { get; init; }

    public required HostLinker Linker { get; init; }

    public required PluginDirectories Directories { get; init; }

    public required PluginMetrics Metrics { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    public required IVersionStore Versions { get; init; }

    /// <summary>When the service began, as a timestamp of <see cref="Time"/>.</summary>
    public required long Started { get; init; }

    /// <summary>The present moment.</summary>
    public Moment Moment => new(Time.GetUtcNow(), Time.GetElapsedTime(Started));

    public required NativePlatform Platform { get; init; }
}
