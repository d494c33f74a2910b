using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>Makes the host functions of instances.</summary>
internal sealed class HostLinker(
    HostInterfaceSet interfaces,
    PermissionUsageRecorder usage,
    IStorageHealth storage,
    PluginMetrics metrics,
    IOptions<PluginsOptions> options,
    TimeProvider timeProvider,
    ILogger<HostLinker> logger)
{
    /// <summary>Creates the state of a plugin that outlives its instances.</summary>
    public PluginHostState CreateState(PluginName plugin) => new(
        [.. interfaces.All.Select(definition => definition.CreateState(plugin))],
        PluginRate.Of(options.Value.ModerationsPerSecond, timeProvider));

    /// <summary>Makes the host functions of one instance.</summary>
    public InstanceFunctions CreateInstance(InstanceScope scope, PluginHostState state) => new(
        scope.Context,
        [.. interfaces.All.Zip(state.States, (definition, own) => definition.Bind(scope, own))],
        new ModerationAudit(scope.Context, storage, usage, state.Moderations),
        metrics,
        logger);
}
