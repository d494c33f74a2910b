using Phira.PluginService.Configuration;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Plugins;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Storage;

namespace Phira.PluginService.Demo;

/// <summary>Replaces the world outside by a simulated one.</summary>
internal static class DemoSetup
{
    private const string DataFolder = "demo";
    private const string ApprovalKey = "plugins.approval";
    private const string DataDirectoryKey = "storage.data_directory";

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
        // A trial is over before anybody has granted anything.
        services.AddOptions<PluginsOptions>().PostConfigure<ServiceConfiguration>((options, configuration) =>
        {
            if (configuration.OriginOf(ApprovalKey) is null)
            {
                options.Approval = ApprovalPolicy.Trust;
            }
        });
        services.AddHostedService<DemoCrowd>();
        return services;
    }
}
