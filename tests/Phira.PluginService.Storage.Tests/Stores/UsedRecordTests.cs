using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class UsedRecordTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task The_newest_survive_a_restart_in_the_order_in_which_they_counted(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            foreach (var record in (int[])[700, 3, 12, 5])
            {
                await storage.UsedRecords.AddAsync(record, keep: 3, Stop);
            }
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([3, 12, 5], await reopened.UsedRecords.GetNewestAsync(100, Stop));
        Assert.Equal([12, 5], await reopened.UsedRecords.GetNewestAsync(2, Stop));
    }

    public void Dispose() => _directory.Dispose();
}
