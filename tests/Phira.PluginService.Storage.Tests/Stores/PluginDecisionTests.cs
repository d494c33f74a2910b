using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Storage.Tests.Stores;

public sealed class PluginDecisionTests : IDisposable
{
    private static readonly PluginName Dice = PluginName.Parse("dice");
    private static readonly PluginName Welcome = PluginName.Parse("welcome");
    private readonly TemporaryDirectory _directory = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => StorageUnderTest.Time.GetUtcNow();

    [Theory]
    [OnEachDatabase]
    public async Task A_quarantine_survives_a_restart_until_it_is_lifted(StorageProvider provider)
    {
        var newest = new Quarantine(Dice, "bb", LocalizedText.Of("health.critical_because", LocalizedText.Of("cause.fault")), Now.AddSeconds(1));
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Plugins.SetQuarantineAsync(new Quarantine(Dice, "aa", LocalizedText.Of("cause.fault"), Now), Stop);
            await storage.Plugins.SetQuarantineAsync(newest, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal([newest], await reopened.Plugins.GetQuarantinesAsync(Stop));
        await reopened.Plugins.RemoveQuarantineAsync(Dice, Stop);
        Assert.Empty(await reopened.Plugins.GetQuarantinesAsync(Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Limits_are_replaced_as_a_whole_and_survive_a_restart(StorageProvider provider)
    {
        await using (var storage = await StorageUnderTest.OpenAsync(provider, _directory))
        {
            await storage.Plugins.SetLimitOverridesAsync(
                Dice, new Dictionary<string, long> { ["max_memory"] = 1, ["max_open_files"] = 2 }, Stop);
            await storage.Plugins.SetLimitOverridesAsync(Dice, new Dictionary<string, long> { ["max_memory"] = 3 }, Stop);
        }

        await using var reopened = await StorageUnderTest.OpenAsync(provider, _directory);
        Assert.Equal(
            new Dictionary<string, long> { ["max_memory"] = 3 }, await reopened.Plugins.GetLimitOverridesAsync(Dice, Stop));
        Assert.Empty(await reopened.Plugins.GetLimitOverridesAsync(Welcome, Stop));
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_newest_crash_reports_of_each_plugin_are_kept(StorageProvider provider)
    {
        const int Kept = 100;
        await using var storage = await StorageUnderTest.OpenAsync(provider, _directory);
        await storage.Crashes.AppendAsync(Report(Welcome, attempt: 0), Stop);
        for (var attempt = 0; attempt <= Kept; attempt++)
        {
            await storage.Crashes.AppendAsync(Report(Dice, attempt), Stop);
        }

        var reports = await storage.Crashes.GetAsync(Dice, 1_000, Stop);
        Assert.Equal(Enumerable.Range(1, Kept).Reverse(), reports.Select(report => report.RestartAttempt));
        Assert.Equal(Report(Dice, Kept), reports[0]);
        Assert.Single(await storage.Crashes.GetAsync(Welcome, 1_000, Stop));
    }

    public void Dispose() => _directory.Dispose();

    private static CrashReport Report(PluginName plugin, int attempt) => new()
    {
        Id = $"{attempt:x32}",
        Plugin = plugin,
        At = Now,
        Kind = "trap",
        ErrorCode = "plugin.trap",
        Message = LocalizedText.Of("health.own.reason", "it hurts"),
        Function = "event-handler.on-event",
        LastCall = "user_connect #7",
        Backtrace = "0: guest.wasm!crash",
        MemoryBytes = 65_536,
        PeakMemoryBytes = 131_072,
        CpuTime = TimeSpan.FromMilliseconds(0.5),
        WallTime = TimeSpan.FromMilliseconds(1.25),
        Version = "1.0.0",
        Sha256 = "aa",
        AbiVersion = "1.0.0",
        HostVersion = "1.0.0",
        ConfigRevision = 2,
        RestartAttempt = attempt,
        Consequence = "restart",
    };
}
