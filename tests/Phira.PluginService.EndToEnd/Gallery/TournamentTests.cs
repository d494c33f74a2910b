using System.Net;
using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin tournament, in the room cup. Ann and Bob (English) take part, Eve does not.</summary>
public sealed class TournamentTests : IAsyncLifetime
{
    private static readonly RoomName Cup = RoomName.Create("cup");

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("tournament", """
        rooms = ["cup"]
        players = [1, 2]
        charts = [8, 9]
        scoring = "sum"
        best_of = 2
        """);

    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("tournament");
        await EnterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("zh-CN", "你不在参赛名单中，可以旁观")]
    [InlineData("en-US", "You are not on the list of players; you can watch")]
    public async Task Who_is_not_on_the_list_reads_why_and_plays_elsewhere(string language, string reason)
    {
        var eve = await _service.LogInAsync(3, "Eve", language);

        Assert.Equal(reason, (await eve.JoinRoomAsync(Cup, cancellationToken: Stop)).Error);
        Assert.True((await eve.CreateRoomAsync(RoomName.Create("other"), Stop)).IsSuccess);
        Assert.True((await eve.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await _bob.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.Equal(reason, (await eve.CreateRoomAsync(Cup, Stop)).Error);
    }

    [Fact]
    public async Task A_changed_list_applies_at_once()
    {
        var eve = await _service.LogInAsync(3, "Eve");
        await _service.Api.ChangeConfigAsync("tournament", values => values["players"] = new JsonArray(1, 2, 3));

        Assert.True((await eve.JoinRoomAsync(Cup, cancellationToken: Stop)).IsSuccess);
    }

    [Fact]
    public async Task Only_charts_of_the_pool_can_be_chosen_and_elsewhere_all()
    {
        _service.Phira.AddChart(new Simulation.Api.PhiraChart(7, "Rrhar'il"));
        _service.Phira.AddChart(new Simulation.Api.PhiraChart(8, "Igallta"));

        Assert.Equal("Rrhar'il 不在谱面池中", (await _ann.SelectChartAsync(7, Stop)).Error);
        Assert.True((await _ann.SelectChartAsync(8, Stop)).IsSuccess);
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.Equal("Rrhar'il is not in the pool of charts", (await _bob.SelectChartAsync(7, Stop)).Error);
        Assert.True((await _bob.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await _bob.CreateRoomAsync(RoomName.Create("other"), Stop)).IsSuccess);
        Assert.True((await _bob.SelectChartAsync(7, Stop)).IsSuccess);
    }

    [Fact]
    public async Task Scores_are_summed_or_the_best_ones_are_and_the_board_follows_live()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "tournament/streams/board");
        await _service.PlayAsync(8, (_ann, 500), (_bob, 100));
        Assert.Equal("sum: Ann 500 (1), Bob 100 (1)", await NextAsync(reader));
        await _service.PlayAsync(9, (_ann, 500), (_bob, 900));
        Assert.Equal("sum: Ann 1000 (2), Bob 1000 (2)", await NextAsync(reader));
        await _service.PlayAsync(9, (_ann, 400), (_bob, null));
        Assert.Equal("sum: Ann 1400 (3), Bob 1000 (2)", await NextAsync(reader));

        await _service.Api.ChangeConfigAsync("tournament", values => values["scoring"] = "best_of");

        Assert.Equal("2: Ann 1000 (3), Bob 1000 (2)", await NextAsync(reader));
        using var visitor = _service.Visitor();
        Assert.Equal("2: Ann 1000 (3), Bob 1000 (2)", Show(await visitor.GetStringAsync("tournament/board", Stop)));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("tournament/", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("tournament/board.js", Stop)).StatusCode);
    }

    [Fact]
    public async Task Players_read_the_standings_in_their_language()
    {
        await _bob.TypesAsync("/board");
        await _bob.ReadsAsync("No results yet");
        await using var reader = await EventStreamReader.OpenAsync(_service, "tournament/streams/board");
        await _service.PlayAsync(8, (_ann, 500), (_bob, 600));
        await reader.NextAsync();

        await _ann.TypesAsync("/board");
        await _ann.ReadsAsync("积分榜");
        await _ann.ReadsAsync("1. Bob 600");
        await _ann.ReadsAsync("2. Ann 500");
        await _bob.TypesAsync("/board");
        await _bob.ReadsAsync("Standings");
    }

    [Fact]
    public async Task Rounds_in_other_rooms_do_not_count()
    {
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await _ann.CreateRoomAsync(RoomName.Create("other"), Stop)).IsSuccess);
        await using var reader = await EventStreamReader.OpenAsync(_service, "tournament/streams/board");
        await _service.PlayAsync(8, (_ann, 500));
        Assert.True((await _ann.LeaveRoomAsync(Stop)).IsSuccess);
        Assert.True((await _ann.JoinRoomAsync(Cup, cancellationToken: Stop)).IsSuccess);

        await _service.PlayAsync(9, (_bob, 200), (_ann, 100));

        Assert.Equal("sum: Bob 200 (1), Ann 100 (1)", await NextAsync(reader));
    }

    [Fact]
    public async Task A_player_who_finished_before_a_reload_keeps_the_name()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "tournament/streams/board");
        await _service.BeginAsync(8, _ann, _bob);
        await _service.FinishAsync(_ann, 8, 500);
        await _service.Api.PostAsync("plugins/tournament/reload");
        await _service.FinishAsync(_bob, 8, 100);

        Assert.Equal("sum: Ann 500 (1), Bob 100 (1)", await NextAsync(reader));
    }

    [Fact]
    public async Task Rules_apply_after_a_reload_to_rooms_that_are_open()
    {
        var eve = await _service.LogInAsync(3, "Eve", "en-US");

        await _service.Api.PostAsync("plugins/tournament/reload");

        Assert.Equal("You are not on the list of players; you can watch", (await eve.JoinRoomAsync(Cup, cancellationToken: Stop)).Error);
    }

    [Fact]
    public async Task Results_survive_a_restart_until_an_administrator_forgets_them()
    {
        await using (var reader = await EventStreamReader.OpenAsync(_service, "tournament/streams/board"))
        {
            await _service.PlayAsync(8, (_ann, 500), (_bob, 600));
            await reader.NextAsync();
        }

        await _service.StopAsync();
        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("tournament");
        await EnterAsync();
        using var visitor = _service.Visitor();
        Assert.Equal("sum: Bob 600 (1), Ann 500 (1)", Show(await visitor.GetStringAsync("tournament/board", Stop)));

        await _ann.TypesAsync("/tournament reset");
        Assert.Equal("sum: Bob 600 (1), Ann 500 (1)", Show(await visitor.GetStringAsync("tournament/board", Stop)));
        await _service.Api.PostAsync("commands/tournament/invoke", new { arguments = "reset" });
        Assert.Equal("sum: ", Show(await visitor.GetStringAsync("tournament/board", Stop)));
    }

    private async Task EnterAsync()
    {
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        Assert.True((await _ann.CreateRoomAsync(Cup, Stop)).IsSuccess);
        Assert.True((await _bob.JoinRoomAsync(Cup, cancellationToken: Stop)).IsSuccess);

        // The plugin answers when it has heard that the room is open.
        await _ann.TypesAsync("/board");
        await _ann.ReadsAsync("");
    }

    private static async Task<string> NextAsync(EventStreamReader reader) => Show((await reader.NextAsync())!.Value.Data);

    private static string Show(string board)
    {
        var json = JsonNode.Parse(board)!;
        var places = json["places"]!.AsArray().Select(place => $"{place!["name"]} {place["total"]} ({place["rounds"]})");
        return $"{json["bestOf"]?.ToString() ?? "sum"}: {string.Join(", ", places)}";
    }
}
