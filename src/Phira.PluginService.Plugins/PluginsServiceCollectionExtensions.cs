using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Commands;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.Crashes;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Files;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.HotReload;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Logs;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Sandbox.Compilation;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Sandbox.Execution;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Plugins;

/// <summary>Adds the plugin platform to a host.</summary>
public static class PluginsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IPluginManager"/>, <see cref="IPluginPackages"/>, <see cref="IPluginGallery"/>, <see cref="IPluginPermissions"/>,
    /// <see cref="IPluginLog"/>, <see cref="IGameEvents"/>, <see cref="ICommandRegistry"/> and <see cref="IPluginRoutes"/>, and loads the plugins
    /// when the host starts. The host provides <see cref="IGameQueries"/>, <see cref="IGameCommands"/>, <see cref="IRoomCommands"/>,
    /// <see cref="IBans"/>, <see cref="IPluginStore"/>, <see cref="IPermissionStore"/> and <see cref="IAuditLog"/>.
    /// </summary>
    public static IServiceCollection AddPlugins(this IServiceCollection services, Action<PluginsOptions>? configure = null)
    {
        services.AddOptions<PluginsOptions>().Configure(configure ?? (_ => { })).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PluginsOptions>, PluginsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(NativePlatform.Current);
        services.AddSingleton<PluginMetrics>();
        services.AddSingleton<PluginDirectories>();
        services.AddSingleton<HostInterfaceSet>();
        services.AddSingleton<HostLinker>();
        HostInterfaces.AddTo(services);
        services.AddSingleton<EpochTicker>();
        services.AddSingleton<EventBus>();
        services.AddSingleton<CommandRegistry>();
        services.AddSingleton<CrashReporter>();
        services.AddSingleton<LogWriter>();
        services.AddSingleton<PluginLogs>();
        services.AddSingleton(CreateWorkers);
        services.AddSingleton(CreateCompiler);
        services.AddSingleton(CreateVersionStore);
        services.AddSingleton<IVersionStore>(provider => provider.GetRequiredService<VersionStore>());
        services.AddSingleton<ComponentLoader>();
        services.AddSingleton<InstanceBuilder>();
        services.AddSingleton<InstanceMakers>();
        services.AddSingleton<InstalledFiles>();
        services.AddSingleton<PluginPackages>();
        services.AddSingleton<IPluginPackages>(provider => provider.GetRequiredService<PluginPackages>());
        services.AddSingleton<IPluginGallery, PluginGallery>();
        services.AddSingleton(CreateRuntime);
        services.AddSingleton<PermissionUsageRecorder>();
        services.AddSingleton(CreatePermissions);
        services.AddSingleton<PluginRegistry>();
        services.AddSingleton<PluginStartup>();
        services.AddSingleton<FolderFollower>();
        services.AddSingleton<PluginManager>();
        services.AddSingleton<IPluginManager>(provider => provider.GetRequiredService<PluginManager>());
        services.AddSingleton<IPluginLimits, PluginLimitsService>();
        services.AddSingleton<IPluginPermissions, PluginGrantService>();
        services.AddSingleton<IPluginLog, PluginLogReader>();
        services.AddSingleton<IDeclaredDependencies, DeclaredDependencies>();

        // Before the plugins, so that it stops after them: what they do last must be written down, too.
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PermissionUsageRecorder>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<PluginStartup>());
        services.AddSingleton<IFolderNotifications, FileNotifications>();
        services.AddSingleton<IHostedService, HotReloader>();
        services.AddSingleton<IGameEvents>(provider => provider.GetRequiredService<EventBus>());
        services.AddSingleton<ICommandClaims>(provider => provider.GetRequiredService<CommandRegistry>());
        services.AddSingleton<ICommandRegistry>(provider => provider.GetRequiredService<CommandRegistry>());
        return services;
    }

    private static ComponentCompiler CreateCompiler(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PluginsOptions>>().Value;
        var cache = new CompileCache(options.CacheDirectory, provider.GetRequiredService<ILogger<CompileCache>>());
        var workers = provider.GetRequiredService<WorkerPool>();
        var compiler = new ComponentCompiler(cache, workers, options.CompileLimits, provider.GetRequiredService<TimeProvider>())
        {
            Platform = provider.GetRequiredService<NativePlatform>(),
        };
        CompileMetrics.Observe(provider.GetRequiredService<IMeterFactory>(), compiler, workers);
        return compiler;
    }

    private static WorkerPool CreateWorkers(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<PluginsOptions>>().Value;
        return new WorkerPool(options.CompileWorkers, options.CompilerCommand);
    }

    private static VersionStore CreateVersionStore(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<PluginsOptions>>().Value,
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<VersionStore>>());

    private static PermissionService CreatePermissions(IServiceProvider provider) => new(
        provider.GetRequiredService<IOptions<PluginsOptions>>().Value,
        provider.GetRequiredService<IPermissionStore>(),
        provider.GetRequiredService<IAuditLog>(),
        provider.GetRequiredService<PermissionUsageRecorder>(),
        provider.GetRequiredService<TimeProvider>());

    private static PluginRuntime CreateRuntime(IServiceProvider provider) => new()
    {
        Options = provider.GetRequiredService<IOptions<PluginsOptions>>().Value,
        Events = provider.GetRequiredService<EventBus>(),
        Commands = provider.GetRequiredService<CommandRegistry>(),
        Store = provider.GetRequiredService<IPluginStore>(),
        Storage = provider.GetRequiredService<IStorageHealth>(),
        Crashes = provider.GetRequiredService<CrashReporter>(),
        PermissionUsage = provider.GetRequiredService<PermissionUsageRecorder>(),
        Permissions = provider.GetRequiredService<PermissionService>(),
        Started = provider.GetRequiredService<TimeProvider>().GetTimestamp(),
        TimeProvider = provider.GetRequiredService<TimeProvider>(),
        Versions = provider.GetRequiredService<VersionStore>(),
        Linker = provider.GetRequiredService<HostLinker>(),
        Loggers = provider.GetRequiredService<ILoggerFactory>(),
        Logs = provider.GetRequiredService<PluginLogs>(),
    };
}
