namespace Phira.PluginService.Configuration;

/// <summary>Binds options classes to the configuration.</summary>
internal static class SettingsRegistration
{
    /// <summary>Fills options from the configuration, and checks them before the service starts.</summary>
    public static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class
    {
        services.AddOptions<T>()
            .Configure<ServiceConfiguration>((options, configuration) => configuration.Apply(options))
            .ValidateOnStart();
        return services;
    }
}
