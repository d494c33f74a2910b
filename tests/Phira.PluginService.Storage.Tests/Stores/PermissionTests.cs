using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class PermissionTests : IDisposable
{
    private static readonly PluginName Guard = PluginName.Parse("guard");
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => StorageUnderTest.Time.GetUtcNow();

    private static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    [Theory]
    [OnEachDatabase]
    public async Task Grants_survive_a_restart_and_belong_to_one_plugin(StorageProvider provider)
    {
        var kick = new PermissionGrant(Guard, "kick_users", """{"per_minute":5}""", "ann", Now);
        var read = new PermissionGrant(Guard, "read_users", "{}", "bob", Now.AddSeconds(1));
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Permissions.SetGrantsAsync(Guard, [read, kick], Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([kick, read], await reopened.Permissions.GetGrantsAsync(Guard, Stop));
        Assert.Empty(await reopened.Permissions.GetGrantsAsync(Dice, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task New_grants_replace_all_former_ones_of_the_plugin(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        var other = new PermissionGrant(Dice, "kick_users", "{}", "ann", Now);
        await storage.Permissions.SetGrantsAsync(Dice, [other], Stop);
        await storage.Permissions.SetGrantsAsync(Guard, [new PermissionGrant(Guard, "kick_users", "{}", "ann", Now)], Stop);
        await storage.Permissions.SetGrantsAsync(Guard, [], Stop);
        Assert.Empty(await storage.Permissions.GetGrantsAsync(Guard, Stop));
        Assert.Equal([other], await storage.Permissions.GetGrantsAsync(Dice, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Uses_of_the_days_asked_for_are_summed_by_permission(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Permissions.AddUsesAsync(
            [
                new PermissionUse(Guard, "kick_users", Today, 2),
                new PermissionUse(Guard, "kick_users", Today, 1),
                new PermissionUse(Guard, "kick_users", Today.AddDays(-29), 10),
                new PermissionUse(Guard, "kick_users", Today.AddDays(-30), 100),
                new PermissionUse(Guard, "read_users", Today, 7),
                new PermissionUse(Dice, "kick_users", Today, 50),
            ],
            Stop);
        await storage.Permissions.AddUsesAsync([new PermissionUse(Guard, "kick_users", Today, 4)], Stop);
        var uses = await storage.Permissions.GetUsesAsync(Guard, Today.AddDays(-29), Stop);
        Assert.Equal(new Dictionary<string, long> { ["kick_users"] = 17, ["read_users"] = 7 }, uses);
    }

    [Theory]
    [OnEachDatabase]
    public async Task Uses_of_more_than_a_year_ago_are_forgotten(StorageProvider provider)
    {
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Permissions.AddUsesAsync([new PermissionUse(Guard, "kick_users", Today.AddDays(-400), 3)], Stop);
        await storage.Permissions.AddUsesAsync([new PermissionUse(Guard, "kick_users", Today, 1)], Stop);
        var uses = await storage.Permissions.GetUsesAsync(Guard, DateOnly.MinValue, Stop);
        Assert.Equal(new Dictionary<string, long> { ["kick_users"] = 1 }, uses);
    }

    public void Dispose() => _directory.Dispose();
}
