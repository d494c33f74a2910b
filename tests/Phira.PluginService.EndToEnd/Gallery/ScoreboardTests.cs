using System.Net;
using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin scoreboard, with Ann (Chinese) and Bob (English) in a room that Ann opened.</summary>
public sealed class ScoreboardTests : IAsyncLifetime
{
    private static readonly RoomName RoomName = RoomName.Create("arena");

    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("scoreboard");
    private RunningService _service = null!;
    private PhiraClient _ann = null!;
    private PhiraClient _bob = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("scoreboard");
        await EnterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_round_is_shown_to_everybody_who_reads_the_stream_and_then_as_JSON()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "scoreboard/streams/rounds");

        await _service.PlayAsync(9, (_ann, 900_000), (_bob, 1_000_000));

        var message = (await reader.NextAsync())!.Value;
        var round = JsonNode.Parse(message.Data)!;
        Assert.Equal(("round", "arena", 9, "Chart 9"),
            (message.EventType, (string?)round["room"], (int)round["chart"]!["id"]!, (string?)round["chart"]!["name"]));
        Assert.Equal(
            ["Bob 1000000 True", "Ann 900000 False"],
            round["results"]!.AsArray().Select(result => $"{result!["name"]} {result["score"]} {(bool)result["fullCombo"]!}"));
        Assert.Equal(round.ToJsonString(), (await ReadAsync("rounds"))![0]!.ToJsonString());
        Assert.Equal(["Bob", "Ann"], (await ReadAsync("charts/9"))!["entries"]!.AsArray().Select(entry => (string?)entry!["name"]));
    }

    [Fact]
    public async Task A_new_first_place_is_announced_to_each_player_in_the_language_of_the_account()
    {
        await _service.PlayAsync(9, (_ann, 900_000), (_bob, 800_000));

        await _ann.ReadsAsync("新纪录！Ann 在 Chart 9 上得到 900000 分");
        await _bob.ReadsAsync("A new best! Ann scored 900000 on Chart 9");
    }

    [Fact]
    public async Task A_score_that_is_not_higher_is_no_new_first_place_and_announcing_can_be_switched_off_at_once()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "scoreboard/streams/rounds");
        await _service.PlayAsync(9, (_ann, 900_000), (_bob, null));
        await _ann.ReadsAsync("新纪录");
        await reader.NextAsync();
        await _service.PlayAsync(9, (_ann, 899_999), (_bob, 900_000));
        await reader.NextAsync();
        await _service.Api.ChangeConfigAsync("scoreboard", values => values["announce"] = false);
        await _service.PlayAsync(9, (_ann, 999_999), (_bob, null));
        await reader.NextAsync();

        // The answer comes after whatever the plugin had to say about the rounds.
        await _ann.TypesAsync("/top");
        await _ann.ReadsAsync("1. Ann 999999 (100.00%)");
        Assert.DoesNotContain(_ann.HasRead(), line => line.Contains("新纪录", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_command_shows_the_best_of_the_last_chart_of_the_room_or_of_a_given_one()
    {
        await _bob.TypesAsync("/top");
        await _bob.ReadsAsync("No results yet");
        await _service.PlayAsync(8, (_ann, 100), (_bob, 200));
        await _service.PlayAsync(9, (_ann, 900_000), (_bob, 987_654));
        await _ann.ReadsAsync("新纪录！Bob 在 Chart 9");

        await _ann.TypesAsync("/top");
        await _ann.ReadsAsync("Chart 9 排行");
        await _ann.ReadsAsync("1. Bob 987654 (98.77%)");
        await _ann.ReadsAsync("2. Ann 900000 (90.00%)");
        await _bob.TypesAsync("/top 8");
        await _bob.ReadsAsync("Best of Chart 8");
        await _bob.ReadsAsync("1. Bob 200 (0.02%)");
        await _bob.TypesAsync("/top x");
        await _bob.ReadsAsync("\"x\" is not the number of a chart");
    }

    [Fact]
    public async Task Only_so_many_places_and_rounds_are_kept()
    {
        await _service.Api.ChangeConfigAsync("scoreboard", values => (values["places"], values["rounds"]) = (1, 2));
        await using var reader = await EventStreamReader.OpenAsync(_service, "scoreboard/streams/rounds");
        for (var score = 1; score <= 3; score++)
        {
            await _service.PlayAsync(9, (_ann, score), (_bob, 1_000));
            await reader.NextAsync();
        }

        Assert.Equal("Bob", (string?)Assert.Single((await ReadAsync("charts/9"))!["entries"]!.AsArray())!["name"]);
        Assert.Equal(2, (await ReadAsync("rounds"))!.AsArray().Count);
    }

    [Fact]
    public async Task Results_survive_a_restart_of_the_service()
    {
        await _service.PlayAsync(9, (_ann, 900_000), (_bob, null));
        await _ann.ReadsAsync("新纪录");
        await _service.StopAsync();
        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("scoreboard");
        await EnterAsync();

        Assert.Equal("Ann", (string?)(await ReadAsync("rounds"))![0]!["results"]![0]!["name"]);
        await _service.PlayAsync(9, (_ann, 800_000), (_bob, 950_000));
        await _bob.ReadsAsync("A new best! Bob scored 950000");
    }

    [Fact]
    public async Task A_player_who_finished_before_a_reload_keeps_the_name()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "scoreboard/streams/rounds");
        await _service.BeginAsync(9, _ann, _bob);
        await _service.FinishAsync(_ann, 9, 900_000);
        await _service.Api.PostAsync("plugins/scoreboard/reload");
        await _service.FinishAsync(_bob, 9, 800_000);

        var round = JsonNode.Parse((await reader.NextAsync())!.Value.Data)!;

        Assert.Equal(["Ann", "Bob"], round["results"]!.AsArray().Select(result => (string?)result!["name"]));
    }

    [Theory]
    [InlineData("_secret")]
    [InlineData("-secret")]
    public async Task The_name_of_a_hidden_room_is_published_nowhere(string name)
    {
        var cid = await _service.LogInAsync(3, "Cid");
        Assert.True((await cid.CreateRoomAsync(RoomName.Create(name), Stop)).IsSuccess);
        await using var reader = await EventStreamReader.OpenAsync(_service, "scoreboard/streams/rounds");

        await _service.PlayAsync(9, (cid, 900_000));

        var round = JsonNode.Parse((await reader.NextAsync())!.Value.Data)!;
        Assert.Equal((null, "Cid"), ((string?)round["room"], (string?)round["results"]![0]!["name"]));
        Assert.Equal(round.ToJsonString(), (await ReadAsync("rounds"))![0]!.ToJsonString());
    }

    [Fact]
    public async Task The_page_and_its_files_are_there_for_everybody_and_a_chart_without_results_is_not()
    {
        using var visitor = _service.Visitor();

        using var page = await visitor.GetAsync("scoreboard/", Stop);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("board.js", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("scoreboard/board.js", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("scoreboard/board.css", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("scoreboard/charts/404", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("scoreboard/charts/x", Stop)).StatusCode);
        Assert.Empty((await ReadAsync("rounds"))!.AsArray());
    }

    private async Task EnterAsync()
    {
        _ann = await _service.LogInAsync(1, "Ann");
        _bob = await _service.LogInAsync(2, "Bob", "en-US");
        Assert.True((await _ann.CreateRoomAsync(RoomName, Stop)).IsSuccess);
        Assert.True((await _bob.JoinRoomAsync(RoomName, cancellationToken: Stop)).IsSuccess);
    }

    private async Task<JsonNode?> ReadAsync(string path)
    {
        using var visitor = _service.Visitor();
        return JsonNode.Parse(await visitor.GetStringAsync($"scoreboard/{path}", Stop));
    }
}
