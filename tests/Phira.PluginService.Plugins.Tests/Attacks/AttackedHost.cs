using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Plugins.Tests.Telemetry;

namespace Phira.PluginService.Plugins.Tests.Attacks;

internal static class AttackedHost
{
    public const string Hostile = "hostile";

    /// <summary>Waits for the end of the hostile plugin and checks that everybody is told which limit it was.</summary>
    public static async Task<PluginSnapshot> AssertEndedAsync(this PluginHost host, string? limit, string plugin = Hostile)
    {
        var snapshot = await host.UntilAsync(plugin, PluginState.Failed);
        await host.Logs.UntilAsync($"Plugin {plugin} is Failed");
        Assert.NotNull(snapshot.Failure);
        Assert.Equal(HealthStatus.Critical, snapshot.Health.Status);
        if (limit is null)
        {
            Assert.Equal("plugin.trap", snapshot.Failure.Code.Value);
            Assert.Equal(1, snapshot.Usage.Traps);
        }
        else
        {
            Assert.Equal("plugin.limit_exceeded", snapshot.Failure.Code.Value);
            Assert.Contains(limit, snapshot.Failure.Message(Language.English), StringComparison.Ordinal);
            Assert.Contains(limit, snapshot.Failure.Message(Language.Chinese), StringComparison.Ordinal);

            // A flood reaches the quota of what it floods as well, and often.
            using var reader = new InstrumentReader(host);
            Assert.Equal(1, reader.Values("phira.plugin.limit_hits", plugin, "limit")[limit]);
        }

        var line = Assert.Single(host.Logs.Lines, line => line.Text.StartsWith($"Plugin {plugin} is Failed", StringComparison.Ordinal));
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains(snapshot.Failure.Describe(), line.Text, StringComparison.Ordinal);
        return snapshot;
    }

    /// <summary>Another plugin answers.</summary>
    public static async Task AssertOthersAnswerAsync(this PluginHost host)
    {
        var rolled = await host.CommandAsync("roll", "2d6");
        Assert.True(rolled.IsSuccess, rolled.Error?.Describe());
        Assert.Contains("2d6", rolled.Value, StringComparison.Ordinal);
    }
}
