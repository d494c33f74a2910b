using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.Interfaces.Charts;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Charts;

public sealed class ChartLookupTests
{
    [Fact]
    public async Task A_chart_is_read_with_every_field()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Charts[9] = new ChartDetails(new ChartSnapshot(9, Samples.Text))
        {
            Level = "IN Lv.15",
            Difficulty = 15.25f,
            Charter = "谱师",
            Composer = "曲师",
            Illustrator = "画师",
            Uploader = new UserId(5),
            IsRanked = true,
            IsReviewed = true,
            IsStable = true,
            Rating = 0.875f,
            Tags = ["一", "two"],
        };

        Json.Same(
            $$"""
            {"id": 9, "name": {{Samples.TextJson}}, "level": "IN Lv.15", "difficulty": 15.25, "charter": "谱师", "composer": "曲师",
             "illustrator": "画师", "uploader": 5, "ranked": true, "reviewed": true, "stable": true, "rating": 0.875, "tags": ["一", "two"]}
            """,
            await new Echo(host).OkAsync("charts.get-chart", 9));
    }

    [Fact]
    public async Task What_the_API_does_not_say_is_empty()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Charts[9] = new ChartDetails(new ChartSnapshot(9, "谱面"));

        Json.Same(
            """
            {"id": 9, "name": "谱面", "level": "", "difficulty": null, "charter": "", "composer": "", "illustrator": "", "uploader": null,
             "ranked": false, "reviewed": false, "stable": false, "rating": null, "tags": []}
            """,
            await new Echo(host).OkAsync("charts.get-chart", 9));
    }

    [Theory]
    [InlineData("phira_api.not_found", ErrorKind.NotFound, "not-found")]
    [InlineData("phira_api.unavailable", ErrorKind.Unavailable, "unavailable")]
    [InlineData("phira_api.rejected", ErrorKind.PermissionDenied, "unavailable")]
    public async Task A_chart_that_does_not_exist_is_told_from_an_API_that_gives_no_answer(string code, ErrorKind kind, string expected)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Charts[9] = new Error(new ErrorCode(code, kind), "chart 9");

        var (name, text) = await new Echo(host).ErrorAsync("charts.get-chart", 9);

        Assert.Equal(expected, name);
        Assert.Contains("chart 9", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_no_chart_can_have_is_an_invalid_argument()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(("invalid-argument", "id: 0 to 2147483647"), await new Echo(host).ErrorAsync("charts.get-chart", 2_147_483_648));
    }

    [Fact]
    public async Task An_API_that_does_not_answer_within_the_time_of_the_call_is_unavailable_and_the_plugin_lives()
    {
        // The wait ends by a timer; what is left of the call's time does not run out while the guest returns, however slow the machine is.
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time).WithEcho(manifest: "\n[limits]\nmax_execution_time_ms = 100\n").StartAsync();
        host.Game.Before = token => new TaskCompletionSource().Task.WaitAsync(token);

        Assert.Equal(
            ("unavailable", "the Phira API did not answer within this call's time"), await new Echo(host).ErrorAsync("charts.get-chart", 9));
        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
    }

    [Fact]
    public async Task A_plugin_looks_charts_up_so_often_and_again_after_a_while_also_when_it_was_reloaded()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(
            time: time, services: PluginHost.Settings(new ChartsOptions { ChartLookupsPerSecond = 1 })).WithEcho().StartAsync();
        host.Game.Charts[9] = new ChartDetails(new ChartSnapshot(9, "谱面"));
        var echo = new Echo(host);

        await echo.OkAsync("charts.get-chart", 9);
        await echo.OkAsync("charts.get-chart", 9);
        Assert.Equal(("quota-exceeded", "chart look-ups per second"), await echo.ErrorAsync("charts.get-chart", 9));
        await host.DoAsync("echo", PluginOperation.Reload);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("charts.get-chart", 9)).Case);

        time.Advance(TimeSpan.FromSeconds(1));
        await echo.OkAsync("charts.get-chart", 9);
    }
}
