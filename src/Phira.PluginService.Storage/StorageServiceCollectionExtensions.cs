using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Health;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Storage.PostgreSql;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Sqlite;
using Phira.PluginService.Storage.Stores;
using Phira.PluginService.Storage.Telemetry;
using Phira.PluginService.Storage.Writing;

namespace Phira.PluginService.Storage;

/// <summary>Adds the service's storage.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IPluginStore"/>, <see cref="IBanStore"/>, <see cref="IServerSettingsStore"/>, <see cref="IUsedRecordStore"/>,
    /// <see cref="IRoundRecordStore"/>, <see cref="IAuditLog"/>,
    /// <see cref="IPermissionStore"/>, <see cref="ICrashReportStore"/>, <see cref="IPluginDataStore"/> and <see cref="IBrowserSessionStore"/> on
    /// SQLite or PostgreSQL, and <see cref="IStorageHealth"/>. Nothing is opened until <see cref="IStorageStartup.PrepareAsync"/>, which must succeed first.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets options in code; null for none.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, Action<StorageOptions>? configure = null)
    {
        var options = services.AddOptions<StorageOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton<IValidateOptions<StorageOptions>, PostgreSqlOptionsValidator>();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IServiceDatabase>(provider => provider.GetRequiredService<IOptions<StorageOptions>>().Value.Provider switch
        {
            StorageProvider.Postgresql => ActivatorUtilities.CreateInstance<PostgreSqlDatabase>(provider),
            _ => ActivatorUtilities.CreateInstance<SqliteDatabase>(provider),
        });
        services.AddSingleton<IDbContextFactory<PhiraDbContext>>(provider => provider.GetRequiredService<IServiceDatabase>());
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<IStorageHealth>(provider => provider.GetRequiredService<StorageHealth>());
        services.AddSingleton<StorageStartup>();
        services.AddSingleton<IStorageStartup>(provider => provider.GetRequiredService<StorageStartup>());
        services.AddSingleton(provider => new StorageMetrics(provider.GetService<IMeterFactory>()));
        services.AddSingleton<StorageWriter>();
        services.AddSingleton<IPluginStore, PluginStore>();
        services.AddSingleton<IBanStore, BanStore>();
        services.AddSingleton<IServerSettingsStore, ServerSettingsStore>();
        services.AddSingleton<IUsedRecordStore, UsedRecordStore>();
        services.AddSingleton<IRoundRecordStore, RoundRecordStore>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IPermissionStore, PermissionStore>();
        services.AddSingleton<ICrashReportStore, CrashReportStore>();
        services.AddSingleton<IPluginDataStore, PluginDataStore>();
        services.AddSingleton<IBrowserSessionStore, BrowserSessionStore>();
        return services;
    }
}
