using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Plugins;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation.Workers;
using Phira.PluginService.Storage;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Composition;

/// <summary>Joins the planes: what one of them needs of another, it finds behind a port of Core.</summary>
internal static class ModulesSetup
{
    private const string CacheDirectoryKey = "plugins.cache_directory";
    private const string CompiledFolder = "compiled";
    private const string PackagesDirectoryKey = "plugins.packages_directory";
    private const string PackagesFolder = "packages";
    private const string FilesDirectoryKey = "plugins.files_directory";
    private const string FilesFolder = "files";
    private const string LogsDirectoryKey = "plugins.logs_directory";
    private const string LogsFolder = "logs";

    public static IServiceCollection AddModules(this IServiceCollection services)
    {
        services.AddStorage();
        services.AddSettings<StorageOptions>();

        // The plugins before the game: they must hear of its start.
        services.AddPlugins();
        services.AddSettings<PluginsOptions>();
        foreach (var settings in HostInterfaces.Settings)
        {
            settings.Bind(services, (provider, options) => provider.GetRequiredService<ServiceConfiguration>().Apply(options));
        }

        services.AddOptions<PluginsOptions>().Configure(options => options.CompilerCommand = CompileWorkerProgram.CommandOf(typeof(ModulesSetup).Assembly));
        services.AddOptions<PluginsOptions>().PostConfigure<ServiceConfiguration, IOptions<StorageOptions>>((options, configuration, storage) =>
        {
            if (configuration.OriginOf(CacheDirectoryKey) is null)
            {
                options.CacheDirectory = Path.Combine(storage.Value.DataDirectory, CompiledFolder);
            }

            if (configuration.OriginOf(PackagesDirectoryKey) is null)
            {
                options.PackagesDirectory = Path.Combine(storage.Value.DataDirectory, PackagesFolder);
            }

            if (configuration.OriginOf(FilesDirectoryKey) is null)
            {
                options.FilesDirectory = Path.Combine(storage.Value.DataDirectory, FilesFolder);
            }

            if (configuration.OriginOf(LogsDirectoryKey) is null)
            {
                options.LogsDirectory = Path.Combine(storage.Value.DataDirectory, LogsFolder);
            }
        });
        services.AddGameServer();
        services.AddSettings<GameServerOptions>();

        // The host's limit for stopping is for everything together; what the game was promised comes on top.
        services.AddOptions<HostOptions>().PostConfigure<IOptions<GameServerOptions>>((host, game) =>
            host.ShutdownTimeout += TimeSpan.FromSeconds(game.Value.ShutdownRoundSecs) + TimeSpan.FromMilliseconds(game.Value.FarewellMs));
        services.AddSettings<PhiraApiOptions>();
        return services;
    }
}
