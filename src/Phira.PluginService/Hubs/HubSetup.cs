using Phira.PluginService.Serialization;

namespace Phira.PluginService.Hubs;

/// <summary>Registers the live hub and what feeds it.</summary>
internal static class HubSetup
{
    public static IServiceCollection AddLiveHub(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(options => ApiJson.Configure(options.PayloadSerializerOptions));
        services.AddSingleton<LiveFeed>();
        services.AddSingleton<MetricsSampler>();
        services.AddHostedService<LiveBroadcaster>();
        return services;
    }
}
