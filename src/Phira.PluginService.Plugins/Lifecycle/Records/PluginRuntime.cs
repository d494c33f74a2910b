using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Crashes;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>
/// The services that the objects of each plugin (its record, supervisor, effects and instances) share. Other services take only those they use.
/// </summary>
internal sealed class PluginRuntime
{
    public required PluginsOptions Options { get; init; }

    /// <summary>Makes what the host functions keep of a plugin.</summary>
    public required HostLinker Linker { get; init; }

    public required EventBus Events { get; init; }

    public required CommandRegistry Commands { get; init; }

    public required IPluginStore Store { get; init; }

    public required IStorageHealth Storage { get; init; }

    public required CrashReporter Crashes { get; init; }

    public required PermissionUsageRecorder PermissionUsage { get; init; }

    public required PermissionService Permissions { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public required ILoggerFactory Loggers { get; init; }

    public required PluginLogs Logs { get; init; }

    public required IVersionStore Versions { get; init; }

    /// <summary>The start of the service, as a timestamp of <see cref="TimeProvider"/>.</summary>
    public required long Started { get; init; }

    /// <summary>The present moment.</summary>
    public Moment Moment => new(TimeProvider.GetUtcNow(), TimeProvider.GetElapsedTime(Started));
}
