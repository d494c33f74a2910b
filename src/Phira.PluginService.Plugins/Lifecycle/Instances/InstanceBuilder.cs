using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.Configuration;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.Guests;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>Joins a compiled component with everything that its instance uses of the host.</summary>
internal sealed class InstanceBuilder(
    IOptions<PluginsOptions> options,
    IPluginStore store,
    HostLinker linker,
    PermissionService permissions,
    PluginDirectories directories,
    PluginMetrics metrics,
    EpochTicker ticker,
    NativePlatform platform,
    TimeProvider timeProvider,
    ILogger<PluginActor> logger)
{
    /// <summary>Builds an instance; its thread has not begun.</summary>
    /// <param name="number">Tells the instances of a plugin apart.</param>
    /// <param name="component">Owned by the instance from now on.</param>
    /// <param name="onFault">Called when the instance is lost, on the plugin's own thread or that of the clock.</param>
    /// <param name="onConfigSaved">Called when the plugin has stored its own configuration.</param>
    public PluginInstance Build(
        PluginRecord record,
        int number,
        PluginBlueprint blueprint,
        CompiledComponent component,
        Action<PluginInstance, InstanceFault> onFault,
        Action<PluginInstance, EffectiveConfig> onConfigSaved)
    {
        PluginInstance instance = null!;
        var scope = new InstanceScope(Context(record, blueprint))
        {
            Registrations = new Registrations(),
            Config = new InstanceConfig(blueprint.Definition, blueprint.Config.EffectiveJson, blueprint.Config.Revision),
            ConfigSaver = new ConfigSaver(store, () => instance.Blueprint.Definition, config => onConfigSaved(instance, config)),
            Folder = Path.GetDirectoryName(blueprint.Image.Path)!,
            Limits = new EffectiveLimits(blueprint.Limits),
            MaximumDepth = Math.Min(options.Value.Security.MaxRecursionDepth, blueprint.Manifest.Security.MaxRecursionDepth),
            Manifest = blueprint.Manifest,
        };
        var functions = linker.CreateInstance(scope, record.HostState);
        var parts = new InstanceParts(
            scope, functions, Setup(record, scope, functions), new CallMeter(record.Name, record.Counters, metrics), logger);
        return instance = new PluginInstance(number, blueprint, component, parts, onFault);
    }

    private HostContext Context(PluginRecord record, PluginBlueprint blueprint) => new()
    {
        Plugin = record.Name,
        Permissions = new PermissionGate(record.Name, PermissionRequests.Of(blueprint.Manifest), record.Permissions, permissions.Rules),
        Counters = record.Counters,
        Log = record.Log,
        TimeProvider = timeProvider,
    };

    private GuestSetup Setup(PluginRecord record, InstanceScope scope, InstanceFunctions functions) =>
        new(scope.Limits, ticker, timeProvider, functions.Imports)
        {
            StandardOutput = new OutputLines(record.Log, PluginLogLevel.Info).Write,
            StandardError = new OutputLines(record.Log, PluginLogLevel.Warn).Write,
            Open = new OpenedFiles(directories.Of(record.Name), scope.Context.Permissions, record.Log).Open,
            LimitHit = record.Counters.LimitHit,
            Platform = platform,
        };
}
