using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class ServerSettingsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_new_database_knows_no_settings(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Null(await storage.Settings.LoadAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_last_settings_survive_a_restart(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Settings.SaveAsync(ServerSettings.Default, "ann", Stop);
            await storage.Settings.SaveAsync(
                new ServerSettings
                {
                    MessageOfTheDay = "欢迎\nwelcome",
                    IsRoomCreationOn = false,
                    IsInMaintenance = true,
                    MaintenanceText = "back soon",
                    AdmittedInMaintenance = [new UserId(1), new UserId(22)],
                },
                "bob",
                Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        var settings = await reopened.Settings.LoadAsync(Stop);
        Assert.NotNull(settings);
        Assert.Equal("欢迎\nwelcome", settings.MessageOfTheDay);
        Assert.False(settings.IsRoomCreationOn);
        Assert.True(settings.IsInMaintenance);
        Assert.Equal("back soon", settings.MaintenanceText);
        Assert.Equal([new UserId(1), new UserId(22)], settings.AdmittedInMaintenance);
    }

    public void Dispose() => _directory.Dispose();
}
