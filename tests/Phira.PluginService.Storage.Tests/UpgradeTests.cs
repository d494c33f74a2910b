using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Data;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests;

public sealed class UpgradeTests : IDisposable
{
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private readonly TemporaryDirectory directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("20261122200000_BansAndSettings")]
    public async Task A_database_of_an_earlier_version_keeps_what_it_holds(string version)
    {
        var ban = new Ban(BanTarget.Of(IPAddress.Loopback), "spam", ExpiresAt: null, "ann", StorageUnderTest.Time.GetUtcNow());
        await using (var storage = await StorageUnderTest.OpenAsync(directory))
        {
            await storage.Bans.SetAsync(ban, Stop);
            await storage.Plugins.SetDesiredStateAsync(Dice, DesiredState.Stopped, Stop);
            await storage.Plugins.AppendConfigAsync(Dice, 0, """{"sides":6}""", "ann", Stop);
            await using var context = storage.CreateContext();
            await context.GetService<IMigrator>().MigrateAsync(version, Stop);
            Assert.NotEmpty(await context.Database.GetPendingMigrationsAsync(Stop));
        }

        await using var upgraded = await StorageUnderTest.OpenAsync(directory);
        Assert.Equal([ban], await upgraded.Bans.GetAllAsync(Stop));
        Assert.Equal(DesiredState.Stopped, (await upgraded.Plugins.GetDesiredStatesAsync(Stop))[Dice]);
        Assert.Equal("""{"sides":6}""", (await upgraded.Plugins.GetConfigAsync(Dice, Stop))?.Json);
        Assert.Empty(await upgraded.Plugins.GetQuarantinesAsync(Stop));
    }

    [Fact]
    public async Task What_plugins_kept_before_totals_were_kept_counts_against_the_quota()
    {
        await using (var storage = await StorageUnderTest.OpenAsync(directory))
        {
            await storage.Data.SetAsync(Dice, "a", new PluginValue(new byte[600], IsText: false), null, 1_000, Stop);
            await using var context = storage.CreateContext();
            await context.GetService<IMigrator>().MigrateAsync("20261125163500_HistoryInChinese", Stop);
        }

        await using var upgraded = await StorageUnderTest.OpenAsync(directory);
        var refused = await upgraded.Data.SetAsync(Dice, "b", new PluginValue(new byte[399], IsText: false), null, 1_000, Stop);
        Assert.Equal(["1001", "1000"], refused.Error!.Arguments);
    }

    [Fact]
    public async Task A_quarantine_from_before_Chinese_was_kept_reads_in_English_everywhere()
    {
        var quarantine = new Quarantine(Dice, "aa", new LocalizedText("it crashed", "崩溃了"), StorageUnderTest.Time.GetUtcNow());
        await using (var storage = await StorageUnderTest.OpenAsync(directory))
        {
            await storage.Plugins.SetQuarantineAsync(quarantine, Stop);
            await using var context = storage.CreateContext();
            await context.GetService<IMigrator>().MigrateAsync("20261125172346_UsedRecords", Stop);
        }

        await using var upgraded = await StorageUnderTest.OpenAsync(directory);
        Assert.Equal(
            [quarantine with { Reason = new LocalizedText("it crashed", "it crashed") }],
            await upgraded.Plugins.GetQuarantinesAsync(Stop));
    }

    public void Dispose() => directory.Dispose();
}
