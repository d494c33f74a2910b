using System.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Simulation.Api;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.EndToEnd.Gallery;

public sealed class SpectateHeatTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_picture_of_the_last_round_is_hot_where_players_touched()
    {
        using var folder = new ServiceFolder().WithGallery("spectate-heat", "sample_every = 1");
        await using var service = await RunningService.StartAsync(folder);
        var player = await InRoomAsync(service, "arena");
        await PlayAsync(player, (0.5f, 0.5f), (0.5f, 0.5f), (-0.5f, -0.5f));

        using var visitor = service.Visitor();
        var picture = await PictureAsync(visitor, "arena");

        Assert.Equal((192, 108), (picture.Width, picture.Height));
        Assert.Equal(255, picture.HeatAt(144, 26));
        Assert.InRange(picture.HeatAt(48, 80), 150, 254);
        Assert.Equal(0, picture.HeatAt(96, 54));
        Assert.Equal(0, picture.HeatAt(144, 80));
    }

    [Fact]
    public async Task Only_the_last_round_counts_and_one_without_touches_leaves_the_picture_as_it_is()
    {
        using var folder = new ServiceFolder().WithGallery("spectate-heat", "sample_every = 1");
        await using var service = await RunningService.StartAsync(folder);
        using var visitor = service.Visitor();
        var player = await InRoomAsync(service, "arena");
        await PlayAsync(player, (0.5f, 0.5f));
        await PlayAsync(player, (-0.5f, 0.5f));
        await PlayAsync(player);
        await service.UntilTakenAsync("spectate-heat", player);

        var picture = await PictureAsync(visitor, "arena");

        Assert.Equal((255, 0), (picture.HeatAt(48, 26), picture.HeatAt(144, 26)));
    }

    [Fact]
    public async Task A_browser_that_has_the_picture_does_not_load_it_again_and_rooms_without_one_have_none()
    {
        using var folder = new ServiceFolder().WithGallery("spectate-heat", "sample_every = 1");
        await using var service = await RunningService.StartAsync(folder);
        using var visitor = service.Visitor();
        await PlayAsync(await InRoomAsync(service, "arena"), (0, 0));
        await PictureAsync(visitor, "arena");

        using var first = await visitor.GetAsync("spectate-heat/rooms/arena", Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, "spectate-heat/rooms/arena");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await visitor.SendAsync(again, Stop);

        Assert.Equal("image/png", first.Content.Headers.ContentType?.ToString());
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("spectate-heat/rooms/other", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("zh-CN", "https://phira.example/", "这个房间还没有热力图", "Fractured Angel 的热力图：https://phira.example/plugins/spectate-heat/rooms/arena")]
    [InlineData("en-US", "https://phira.example/", "There is no heat map", "Heat map of Fractured Angel: https://phira.example/plugins/spectate-heat/rooms/arena")]
    [InlineData("zh-CN", "", "这个房间还没有热力图", "Fractured Angel 的热力图在本服务器的网站上：/plugins/spectate-heat/rooms/arena")]
    [InlineData("en-US", "", "There is no heat map", "The heat map of Fractured Angel is on the website of this server: /plugins/spectate-heat/rooms/arena")]
    public async Task The_command_tells_where_the_picture_is_in_the_players_language(string language, string address, string before, string after)
    {
        using var folder = new ServiceFolder().WithGallery("spectate-heat", $"""
            sample_every = 1
            public_url = "{address}"
            """);
        await using var service = await RunningService.StartAsync(folder);
        var player = await InRoomAsync(service, "arena", language);

        Assert.Contains(before, await AskAsync(player), StringComparison.Ordinal);
        await PlayAsync(player, (0, 0));
        using var visitor = service.Visitor();
        await PictureAsync(visitor, "arena");

        Assert.Contains(after, await AskAsync(player), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_address_and_sampling_apply_at_once_and_keep_the_pictures()
    {
        using var folder = new ServiceFolder().WithGallery("spectate-heat", "sample_every = 100");
        await using var service = await RunningService.StartAsync(folder);
        using var visitor = service.Visitor();
        var player = await InRoomAsync(service, "arena", "en-US");

        await service.Api.ChangeConfigAsync("spectate-heat", config => config["sample_every"] = 1);
        await PlayAsync(player, (0, 0));
        await PictureAsync(visitor, "arena");
        await service.Api.ChangeConfigAsync("spectate-heat", config => config["public_url"] = "http://other.example");

        Assert.Contains("http://other.example/plugins/spectate-heat/rooms/arena", await AskAsync(player), StringComparison.Ordinal);
        await PictureAsync(visitor, "arena");
    }

    private static async Task<PhiraClient> InRoomAsync(RunningService service, string room, string language = "zh-CN")
    {
        service.Phira.AddChart(new PhiraChart(5, "Fractured Angel"));
        var player = await service.LogInAsync(1, "Ann", language);
        Assert.True((await player.CreateRoomAsync(RoomName.Create(room), Stop)).IsSuccess);
        return player;
    }

    /// <summary>Plays a round with these touches, until it has ended for everybody.</summary>
    private static async Task PlayAsync(PhiraClient player, params (float X, float Y)[] touches)
    {
        Assert.True((await player.SelectChartAsync(5, Stop)).IsSuccess);
        Assert.True((await player.RequestStartAsync(Stop)).IsSuccess);
        await player.WaitForMessageAsync<StartPlayingMessage>(cancellationToken: Stop);
        foreach (var (x, y) in touches)
        {
            // A finger is put down and lifted again.
            var position = CompactPos.FromSingle(x, y);
            await player.SendTouchesAsync(
                [new TouchFrame(1, [new TouchPoint(0, position)]), new TouchFrame(2, [new TouchPoint(-1, CompactPos.FromSingle(0, 0.9f))])], Stop);
        }

        Assert.True((await player.AbortAsync(Stop)).IsSuccess);
        await player.WaitForMessageAsync<GameEndMessage>(cancellationToken: Stop);
        player.TakeReceived();
    }

    /// <summary>The picture of a room, once the plugin has heard of the end of the round.</summary>
    private static async Task<PngPicture> PictureAsync(HttpClient visitor, string room)
    {
        byte[]? bytes = null;
        await Testing.Eventually.IsTrueAsync(
            async () =>
            {
                using var answer = await visitor.GetAsync($"spectate-heat/rooms/{room}", Stop);
                bytes = answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(Stop) : null;
                return bytes is not null;
            },
            "there is a picture");
        return new PngPicture(bytes!);
    }

    private static async Task<string> AskAsync(PhiraClient player)
    {
        var answer = await player.AsksAsync("/heat");
        player.TakeReceived();
        return answer;
    }
}
