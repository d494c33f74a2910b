using System.Net;
using Phira.PluginService.Core.Crashes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Api;

public sealed class CrashesEndpointsTests
{
    [Theory]
    [InlineData("en", "The plugin reports: it hurts")]
    [InlineData("zh-CN", "插件报告：it hurts")]
    public async Task A_report_is_told_in_the_readers_language_with_its_stack(string language, string message)
    {
        await using var service = new TestService();
        service.Plugins.Plugins.Add(FakePlugins.Snapshot("dice"));
        service.Platform.Crashes.Add(Report());

        var reports = await (await service.Admin(language).Get("/api/v1/plugins/dice/crashes")).ReadAsync();

        var report = Assert.Single(reports.EnumerateArray());
        Assert.Equal(message, report.GetProperty("message").GetString());
        Assert.Equal("0: dice!roll", report.GetProperty("backtrace").GetString());
        Assert.Equal("quarantine", report.GetProperty("consequence").GetString());
        Assert.Equal(1.5, report.GetProperty("cpuMilliseconds").GetDouble());
    }

    [Fact]
    public async Task A_plugin_that_nobody_knows_has_none()
    {
        await using var service = new TestService();

        await (await service.Admin().Get("/api/v1/plugins/dice/crashes")).ReadProblemAsync(HttpStatusCode.NotFound, "plugin.not_found");
    }

    private static CrashReport Report() => new()
    {
        Id = "0123456789abcdef0123456789abcdef",
        Plugin = PluginName.Parse("dice"),
        At = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        Kind = "trap",
        ErrorCode = "plugin.trapped",
        Message = LocalizedText.Of("health.own.reason", "it hurts"),
        Function = "command-handler.on-command",
        LastCall = "/roll",
        Backtrace = "0: dice!roll",
        MemoryBytes = 1,
        PeakMemoryBytes = 2,
        CpuTime = TimeSpan.FromMilliseconds(1.5),
        WallTime = TimeSpan.FromMilliseconds(2.5),
        Version = "1.2.3",
        Sha256 = "abc",
        AbiVersion = "1.0.0",
        HostVersion = "1.0.0",
        ConfigRevision = 0,
        RestartAttempt = 2,
        Consequence = "quarantine",
    };
}
