using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage;

/// <summary>Adds the service's storage.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IPluginStore"/> on SQLite. Nothing is opened until <see cref="IStorageStartup.PrepareAsync"/>, which must succeed first.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        services.AddOptions<StorageOptions>().Configure(configure)
            .Validate(options => options.Directory.Length > 0, "The storage directory is empty.")
            .Validate(options => options.TransitionsPerPlugin > 0, "At least one transition per plugin must be kept.")
            .Validate(options => options.WriteQueueCapacity > 0, "The write queue must hold at least one write.")
            .Validate(options => options.BusyTimeout >= TimeSpan.Zero, "The busy timeout is negative.");
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<PhiraDbContext>, ContextFactory>();
        services.AddSingleton<StorageStartup>();
        services.AddSingleton<IStorageStartup>(provider => provider.GetRequiredService<StorageStartup>());
        services.AddSingleton<StorageWriter>();
        services.AddSingleton<IPluginStore, PluginStore>();
        return services;
    }
}
