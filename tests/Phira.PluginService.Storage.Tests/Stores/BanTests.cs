using System.Net;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class BanTests : IDisposable
{
    private static readonly BanTarget Player = BanTarget.Of(new UserId(100));
    private static readonly BanTarget Network = BanTarget.Of(IPNetwork.Parse("203.0.113.0/24"));
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => StorageUnderTest.Time.GetUtcNow();

    [Theory]
    [OnEachDatabase]
    public async Task Bans_survive_a_restart(StorageProvider provider)
    {
        var player = new Ban(Player, "rude", Now.AddDays(1), "ann", Now);
        var network = new Ban(Network, "", ExpiresAt: null, "plugin:guard", Now.AddSeconds(1));
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Bans.SetAsync(player, Stop);
            await storage.Bans.SetAsync(network, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([player, network], await reopened.Bans.GetAllAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_second_ban_of_a_target_replaces_the_first(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        var second = new Ban(Player, "again", ExpiresAt: null, "bob", Now);
        await storage.Bans.SetAsync(new Ban(Player, "once", Now.AddDays(1), "ann", Now), Stop);
        await storage.Bans.SetAsync(second, Stop);
        Assert.Equal([second], await storage.Bans.GetAllAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_removed_ban_is_gone_and_cannot_be_removed_twice(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Bans.SetAsync(new Ban(Player, "", ExpiresAt: null, "ann", Now), Stop);
        Assert.True(await storage.Bans.RemoveAsync(Player, Stop));
        Assert.False(await storage.Bans.RemoveAsync(Player, Stop));
        Assert.Empty(await storage.Bans.GetAllAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Expired_bans_are_forgotten_when_another_is_written(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        var kept = new Ban(Network, "", Now.AddDays(1), "ann", Now);
        await storage.Bans.SetAsync(new Ban(Player, "", Now, "ann", Now.AddDays(-1)), Stop);
        await storage.Bans.SetAsync(kept, Stop);
        Assert.Equal([kept], await storage.Bans.GetAllAsync(Stop));
    }

    public void Dispose() => _directory.Dispose();
}
