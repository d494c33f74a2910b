using System.Text.Json.Nodes;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Interfaces.Records;

public sealed class UserRecordTests
{
    [Fact]
    public async Task A_result_is_read_with_every_field()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var play = new PlayRecord
        {
            Id = 11,
            Player = new UserId(int.MaxValue),
            Chart = 9,
            Score = 1_000_000,
            Accuracy = 0.984375f,
            FullCombo = true,
            Perfect = 1000,
            Good = 2,
            Bad = 1,
            Miss = 4,
            MaxCombo = 1006,
        };
        var at = DateTimeOffset.FromUnixTimeMilliseconds(1763841600123);
        await host.RoundRecords.AddAsync(new RoundRecord(new ChartSnapshot(9, Samples.Text), "room-1", at, play), CancellationToken.None);

        Json.Same(
            $$"""
            {"records": [{"chart": {"id": 9, "name": {{Samples.TextJson}} }, "room": "room-1", "at": 1763841600123, "play":
              {"id": 11, "player": 2147483647, "chart": 9, "score": 1000000, "accuracy": 0.984375, "full-combo": true, "perfect": 1000, "good": 2,
               "bad": 1, "miss": 4, "max-combo": 1006} }],
             "next": null}
            """,
            await new Echo(host).OkAsync("records.list-user-records", int.MaxValue, null, null, 10));
    }

    [Fact]
    public async Task Pages_go_back_in_time_and_hold_the_results_of_one_player_and_chart()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);

        Assert.Equal(["5 4", "3 2", "1"], await ReadAsync(echo, user: 5, chart: null));
        Assert.Equal(["5 3", "1"], await ReadAsync(echo, user: 5, chart: 9));
        Assert.Equal(["6"], await ReadAsync(echo, user: 6, chart: null));
        Assert.Equal([""], await ReadAsync(echo, user: 7, chart: null));
        Assert.Equal([""], await ReadAsync(echo, user: uint.MaxValue, chart: null));
        Assert.Equal([""], await ReadAsync(echo, user: 5, chart: 2_147_483_648));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_page_has_1_to_100_results(int limit)
    {
        await using var host = await StartAsync();

        Assert.Equal(("invalid-argument", "limit: 1 to 100"), await new Echo(host).ErrorAsync("records.list-user-records", 5, null, null, limit));
    }

    [Fact]
    public async Task Only_the_players_of_a_grant_are_shown()
    {
        await using var host = await StartAsync();
        await host.GrantAsync("echo", ["register_commands", """read_records {"users":[5]}"""]);
        var echo = new Echo(host);

        Assert.Equal(
            ("permission-denied", "read_records: the grant does not cover user 6"),
            await echo.ErrorAsync("records.list-user-records", 6, null, null, 1));
        Assert.Equal(["5 4", "3 2", "1"], await ReadAsync(echo, user: 5, chart: null));
    }

    [Fact]
    public async Task A_storage_that_does_not_answer_within_the_time_of_the_call_is_unavailable_and_the_plugin_lives()
    {
        // The wait ends by a timer; what is left of the call's time does not run out while the guest returns, however slow the machine is.
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time).WithEcho(manifest: "\n[limits]\nmax_execution_time_ms = 100\n").StartAsync();
        host.RoundRecords.Before = token => new TaskCompletionSource().Task.WaitAsync(token);

        Assert.Equal(
            ("unavailable", "the storage did not answer within this call's time"),
            await new Echo(host).ErrorAsync("records.list-user-records", 5, null, null, 1));
        Assert.Equal(PluginState.Running, host.Plugin("echo").State);
    }

    // Five results of player 5, on the charts 9 and 8 in turn, then one of player 6.
    private static async Task<PluginHost> StartAsync()
    {
        var host = await new PluginHost().WithEcho().StartAsync();
        for (var id = 1; id <= 6; id++)
        {
            var play = new PlayRecord { Id = id, Player = new UserId(id == 6 ? 6 : 5), Score = id, Accuracy = 1, FullCombo = false };
            await host.RoundRecords.AddAsync(
                new RoundRecord(new ChartSnapshot(id % 2 == 1 ? 9 : 8, "chart"), "room", DateTimeOffset.UnixEpoch, play), CancellationToken.None);
        }

        return host;
    }

    private static async Task<List<string>> ReadAsync(Echo echo, uint user, uint? chart)
    {
        var pages = new List<string>();
        long? before = null;
        do
        {
            var page = await echo.OkAsync("records.list-user-records", user, chart, before, 2);
            pages.Add(Ids(page!));
            before = page!["next"]?.GetValue<long>();
        }
        while (before is not null);

        return pages;
    }

    private static string Ids(JsonNode page) => string.Join(' ', page["records"]!.AsArray().Select(record => record!["play"]!["id"]));
}
