using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Simulation.Api;

namespace Phira.PluginService.EndToEnd.Gallery;

/// <summary>The plugin room-list-page, as a visitor without a token sees it.</summary>
public sealed class RoomListPageTests : IAsyncLifetime
{
    private readonly ServiceFolder _folder = new ServiceFolder().WithGallery("room-list-page");
    private RunningService _service = null!;
    private HttpClient _visitor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await RunningService.StartAsync(_folder);
        await _service.Api.WaitUntilRunningAsync("room-list-page");
        _service.Phira.AddChart(new PhiraChart(9, "Glaciaxion"));
        _visitor = _service.Visitor();
    }

    public async ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_visitor_opens_the_page_with_its_script_and_style()
    {
        foreach (var (path, type, text) in new[]
        {
            ("room-list-page/", "text/html", "<main id=\"rooms\""), ("room-list-page/app.js", "text/javascript", "follow"),
            ("room-list-page/live.js", "text/javascript", "EventSource"), ("room-list-page/texts.js", "text/javascript", "texts"),
            ("room-list-page/style.css", "text/css", "grid"),
        })
        {
            using var answer = await _visitor.GetAsync(path, Stop);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains(text, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_names_rooms_with_their_chart_and_players_but_no_hidden_ones()
    {
        Assert.Empty(await RoomsAsync());
        var ann = await _service.LogInAsync(1, "Ann <b>");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);
        Assert.True((await ann.SelectChartAsync(9, Stop)).IsSuccess);
        var bob = await _service.LogInAsync(2, "Bob");
        Assert.True((await bob.CreateRoomAsync(RoomName.Create("_secret"), Stop)).IsSuccess);

        var room = Assert.Single(await RoomsAsync())!;

        Assert.Equal("party", (string?)room["name"]);
        Assert.Equal("select-chart", (string?)room["phase"]);
        Assert.Equal("Glaciaxion", (string?)room["chart"]!["name"]);
        Assert.Equal(("Ann <b>", """["Ann \u003Cb\u003E"]"""), ((string?)room["host"], room["names"]!.ToJsonString()));
    }

    [Fact]
    public async Task An_administrator_hides_names_and_locked_rooms_without_a_reload()
    {
        var ann = await _service.LogInAsync(1, "Ann");
        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);

        await _service.Api.ChangeConfigAsync(
            "room-list-page", values => (values["show_players"], values["show_locked"], values["title"]) = (false, false, "派对"));

        var room = Assert.Single(await RoomsAsync())!;
        Assert.Null(room["host"]);
        Assert.Empty(room["names"]!.AsArray());
        Assert.Equal("派对", (string?)(await ListAsync())["title"]);
        Assert.True((await ann.LockRoomAsync(true, Stop)).IsSuccess);
        Assert.Empty(await RoomsAsync());
    }

    [Fact]
    public async Task A_reader_of_the_stream_hears_of_every_change_and_finds_it_in_the_list()
    {
        await using var reader = await EventStreamReader.OpenAsync(_service, "room-list-page/streams/rooms");
        var ann = await _service.LogInAsync(1, "Ann");

        Assert.True((await ann.CreateRoomAsync(RoomName.Create("party"), Stop)).IsSuccess);
        await HearsAsync(reader, rooms => rooms is [var room] && (string?)room!["name"] == "party");
        Assert.True((await ann.SelectChartAsync(9, Stop)).IsSuccess);
        await HearsAsync(reader, rooms => rooms is [var room] && (string?)room!["chart"]?["name"] == "Glaciaxion");
        Assert.True((await ann.LeaveRoomAsync(Stop)).IsSuccess);
        await HearsAsync(reader, rooms => rooms.Count == 0);
    }

    [Fact]
    public async Task Readers_hear_of_changes_also_when_the_list_is_longer_than_a_message_may_be()
    {
        await _service.DisposeAsync();
        _service = await RunningService.StartAsync(_folder, ("PHIRA_PLUGINS__STREAM_MESSAGE_BYTES", "256"));
        await _service.Api.WaitUntilRunningAsync("room-list-page");
        _visitor.Dispose();
        _visitor = _service.Visitor();
        await using var reader = await EventStreamReader.OpenAsync(_service, "room-list-page/streams/rooms");

        for (var room = 1; room <= 3; room++)
        {
            var player = await _service.LogInAsync(room, $"A player with a long name {room}");
            Assert.True((await player.CreateRoomAsync(RoomName.Create($"room-{room}"), Stop)).IsSuccess);
        }

        await HearsAsync(reader, rooms => rooms.Count == 3);
        Assert.True((await _visitor.GetStringAsync("room-list-page/rooms", Stop)).Length > 256);
    }

    [Fact]
    public async Task Who_has_the_list_already_does_not_get_it_again()
    {
        using var first = await _visitor.GetAsync("room-list-page/rooms", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, "room-list-page/rooms");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await _visitor.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    private async Task HearsAsync(EventStreamReader reader, Func<JsonArray, bool> wanted)
    {
        do
        {
            Assert.Equal("changed", (await reader.NextAsync())?.EventType);
        }
        while (!wanted(await RoomsAsync()));
    }

    private async Task<JsonArray> RoomsAsync() => (await ListAsync())["rooms"]!.AsArray();

    private async Task<JsonNode> ListAsync() => (await _visitor.GetFromJsonAsync<JsonNode>("room-list-page/rooms", Stop))!;
}
