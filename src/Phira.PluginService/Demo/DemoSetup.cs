using Microsoft.Extensions.Options;
using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Logging;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Storage.Settings;

namespace Phira.PluginService.Demo;

/// <summary>Replaces the world outside by a simulated one.</summary>
internal static class DemoSetup
{
    private const string DataFolder = "demo";
    private const string ApprovalKey = "plugins.approval";
    private const string ShutdownRoundKey = "game.shutdown_round_secs";
    private const string DataDirectoryKey = "storage.data_directory";
    private const string LevelsKey = "logging.levels";
    private const string LoginBurstKey = "game.limits.login_burst";
    private const string UnauthenticatedKey = "game.limits.max_unauthenticated_per_address";
    private const int CrowdLogins = 1_000;

    public static IServiceCollection AddDemo(this IServiceCollection services, DemoWorld world)
    {
        services.AddSingleton(world);
        services.PostConfigure<PhiraApiOptions>(options => options.BaseUrl = world.Api.BaseAddress.ToString());

        // A trial must not leave its traces in the data of a real server.
        services.AddOptions<StorageOptions>().PostConfigure<ServiceConfiguration>((options, configuration) =>
        {
            if (configuration.OriginOf(DataDirectoryKey) is null)
            {
                options.DataDirectory = Path.Combine(options.DataDirectory, DataFolder);
            }
        });
        services.AddOptions<PluginsOptions>().PostConfigure<ServiceConfiguration, IOptions<StorageOptions>>((options, configuration, storage) =>
        {
            DemoPlugins.Arrange(options, configuration, storage.Value.DataDirectory);

            // A trial is over before anybody has granted anything.
            if (configuration.OriginOf(ApprovalKey) is null)
            {
                options.Approval = ApprovalPolicy.Trust;
            }
        });
        // The whole crowd comes from one address.
        services.AddOptions<GameServerOptions>().PostConfigure<ServiceConfiguration>((options, configuration) =>
        {
            if (configuration.OriginOf(LoginBurstKey) is null)
            {
                options.Limits.LoginBurst = CrowdLogins;
            }

            if (configuration.OriginOf(UnauthenticatedKey) is null)
            {
                options.Limits.MaxUnauthenticatedPerAddress = options.Limits.MaxUnauthenticated;
            }

            // Nobody minds when a simulated round is cut off.
            if (configuration.OriginOf(ShutdownRoundKey) is null)
            {
                options.ShutdownRoundSecs = 0;
            }
        });
        services.AddOptions<LoggingOptions>().PostConfigure<ServiceConfiguration>((options, configuration) =>
        {
            // What simulated players do all the time would push the setup link off the screen.
            if (configuration.OriginOf(LevelsKey) is null)
            {
                options.Levels = ["phira.GameServer.Sessions=warn", "Plugin=warn"];
            }
        });
        services.AddSingleton<DemoPlugins>();
        services.AddHostedService<DemoCrowd>();
        return services;
    }
}
