namespace Phira.PluginService.PluginRoutes;

/// <summary>Registers what answers below <c>/plugins</c>.</summary>
internal static class PluginRoutesSetup
{
    public static IServiceCollection AddPluginRoutes(this IServiceCollection services)
    {
        services.AddSingleton<PluginRates>();
        services.AddSingleton<PluginRequestMetrics>();
        services.AddSingleton<PageTickets>();
        services.AddSingleton<RouteCallers>();
        services.AddSingleton<RouteCall>();
        services.AddSingleton<StreamAnswer>();
        services.AddSingleton<StaticFileAnswer>();
        return services;
    }
}
