using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Sessions;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Writing;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests;

/// <summary>The real storage on a real file, or on a real server.</summary>
internal sealed class StorageUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    private StorageUnderTest(ServiceProvider provider) => _provider = provider;

    public static FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero));

    public IPluginStore Plugins => _provider.GetRequiredService<IPluginStore>();

    public IBanStore Bans => _provider.GetRequiredService<IBanStore>();

    public IServerSettingsStore Settings => _provider.GetRequiredService<IServerSettingsStore>();

    public IUsedRecordStore UsedRecords => _provider.GetRequiredService<IUsedRecordStore>();

    public IRoundRecordStore RoundRecords => _provider.GetRequiredService<IRoundRecordStore>();

    public IAuditLog Audit => _provider.GetRequiredService<IAuditLog>();

    public IPermissionStore Permissions => _provider.GetRequiredService<IPermissionStore>();

    public ICrashReportStore Crashes => _provider.GetRequiredService<ICrashReportStore>();

    public IPluginDataStore Data => _provider.GetRequiredService<IPluginDataStore>();

    public IBrowserSessionStore Sessions => _provider.GetRequiredService<IBrowserSessionStore>();

    public IStorageHealth Health => _provider.GetRequiredService<IStorageHealth>();

    public StorageWriter Writer => _provider.GetRequiredService<StorageWriter>();

    public PhiraDbContext CreateContext() => _provider.GetRequiredService<IDbContextFactory<PhiraDbContext>>().CreateDbContext();

    /// <summary>Opens a storage that must open.</summary>
    public static async Task<StorageUnderTest> OpenAsync(
        TemporaryDirectory directory, Action<StorageOptions>? configure = null, TimeProvider? time = null) =>
        await OpenAsync(directory["data"], configure, time);

    /// <summary>Opens a storage that must open, on a database of this directory.</summary>
    public static async Task<StorageUnderTest> OpenAsync(
        StorageProvider provider, TemporaryDirectory directory, Action<StorageOptions>? configure = null, TimeProvider? time = null)
    {
        var connection = provider == StorageProvider.Postgresql ? await SharedPostgreSqlServer.DatabaseOfAsync(directory.Path) : "";
        return await OpenAsync(directory["data"], options =>
        {
            (options.Provider, options.ConnectionString) = (provider, connection);
            configure?.Invoke(options);
        }, time);
    }

    /// <summary>Opens a storage that must open.</summary>
    public static async Task<StorageUnderTest> OpenAsync(string directory, Action<StorageOptions>? configure = null, TimeProvider? time = null)
    {
        var (storage, result) = await TryOpenAsync(directory, configure, time);
        Assert.True(result.IsSuccess, result.Error?.Describe());
        return storage;
    }

    /// <summary>Opens a storage that must be refused, and returns why.</summary>
    public static async Task<Error> OpenRefusedAsync(string directory, Action<StorageOptions>? configure = null)
    {
        var (storage, result) = await TryOpenAsync(directory, configure);
        await using (storage)
        {
            Assert.NotNull(result.Error);
            return result.Error;
        }
    }

    /// <summary>Creates a storage whose opening failed, as a host would that ignores the failure.</summary>
    public static async Task<StorageUnderTest> OpenUnpreparedAsync(string directory)
    {
        var (storage, result) = await TryOpenAsync(directory, configure: null);
        Assert.False(result.IsSuccess);
        return storage;
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    private static async Task<(StorageUnderTest Storage, Result Result)> TryOpenAsync(
        string directory, Action<StorageOptions>? configure, TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddSingleton(time ?? Time).AddStorage(options =>
        {
            options.DataDirectory = directory;

            // A server may take its time to notice that the previous instance has left.
            options.BusyTimeoutSecs = 300;
            configure?.Invoke(options);
        });
        var storage = new StorageUnderTest(services.BuildServiceProvider());
        var startup = storage._provider.GetRequiredService<IStorageStartup>();
        return (storage, await startup.PrepareAsync(TestContext.Current.CancellationToken));
    }
}
