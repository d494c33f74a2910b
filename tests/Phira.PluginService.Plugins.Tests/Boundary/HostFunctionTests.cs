using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class HostFunctionTests
{
    [Fact]
    public async Task A_user_is_read_with_every_field()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Add(int.MaxValue, Samples.Text, "en-US", room: 7, connected: false);

        Json.Same(
            $$"""
            {"id": 2147483647, "name": {{Samples.TextJson}}, "language": "en-US", "room": 7, "monitor": false, "connected": false,
             "connected-at": 1728000000000}
            """,
            await new Echo(host).OkAsync("users.get-user-info", int.MaxValue));
    }

    [Fact]
    public async Task Users_are_counted_and_listed_by_id_without_those_whose_connection_is_lost()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Json.Same("0", await echo.OkAsync("users.get-online-user-count"));
        Json.Same("[]", await echo.OkAsync("users.list-online-users"));
        host.Game.Add(9, "九");
        host.Game.Add(3, "三");
        host.Game.Add(5, "五", connected: false);

        Json.Same("2", await echo.OkAsync("users.get-online-user-count"));
        var listed = (await echo.OkAsync("users.list-online-users"))!.AsArray();
        Assert.Equal(["三", "九"], listed.Select(user => user!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Bans_are_made_read_and_listed_by_user_with_every_field()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1763841600123));
        await using var host = await new PluginHost(time: time).WithEcho().StartAsync();
        var echo = new Echo(host);
        await host.Bans.BanAsync(BanTarget.Of(System.Net.IPAddress.Loopback), "an address is no user", null, "test", CancellationToken.None);

        Assert.Null(await echo.OkAsync("users.ban-user-by-id", int.MaxValue, Samples.Text, 1763841600124));
        Assert.Null(await echo.OkAsync("users.ban-user-by-id", 5, "", null));

        Json.Same(
            $$"""
            [{"user": 5, "reason": "", "expires-at": null, "banned-by": "plugin:echo", "banned-at": 1763841600123},
             {"user": 2147483647, "reason": {{Samples.ReasonJson}}, "expires-at": 1763841600124, "banned-by": "plugin:echo", "banned-at": 1763841600123}]
            """,
            await echo.OkAsync("users.list-bans"));
        Json.Same("true", await echo.OkAsync("users.is-banned", 5));
        Json.Same("false", await echo.OkAsync("users.is-banned", 6));
        Assert.Null(await echo.OkAsync("users.unban-user", 5));
        Json.Same("false", await echo.OkAsync("users.is-banned", 5));
        Assert.Equal("not-found", (await echo.ErrorAsync("users.unban-user", 5)).Case);
        Assert.Equal("invalid-argument", (await echo.ErrorAsync("users.ban-user-by-id", 5, "", 1763841600123)).Case);
        Assert.Equal("invalid-argument", (await echo.ErrorAsync("users.ban-user-by-id", 0, "", null)).Case);
        Assert.Equal("invalid-argument", (await echo.ErrorAsync("users.ban-user-by-id", 5, "", 9007199254740991)).Case);
    }

    [Fact]
    public async Task A_room_is_read_with_every_field()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        host.Game.AddRoom(7, "room-1", 5, 6);
        const string RoomSeven = """
            {"id": 7, "name": "room-1", "host": 5, "players": [5, 6], "monitors": [], "phase": "select-chart", "chart": null, "live": false,
             "locked": false, "cycle": false, "max-users": 8, "created-at": 1728000000000}
            """;

        Json.Same(RoomSeven, await echo.OkAsync("rooms.get-room-info", 7));
        Json.Same(RoomSeven, await echo.OkAsync("rooms.find-room", "room-1"));
        Json.Same($"[{RoomSeven}]", await echo.OkAsync("rooms.list-rooms"));
        Assert.Equal("not-found", (await echo.ErrorAsync("rooms.get-room-info", 8)).Case);
        Assert.Equal("not-found", (await echo.ErrorAsync("rooms.find-room", "Room-1")).Case);
    }

    [Fact]
    public async Task Rooms_are_counted()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Json.Same("0", await echo.OkAsync("rooms.get-room-count"));
        host.Game.AddRoom(7, "room");
        host.Game.AddRoom(8, "_hidden");

        Json.Same("2", await echo.OkAsync("rooms.get-room-count"));
    }

    [Fact]
    public async Task Managing_rooms_reaches_the_game()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        host.Game.AddRoom(7, "room", 5);

        Json.Same("100", await echo.OkAsync("rooms.create-room", 4));
        Assert.Null(await echo.OkAsync("rooms.set-room-lock", 7, true));
        Assert.Null(await echo.OkAsync("rooms.set-room-cycle", 7, false));
        Assert.Null(await echo.OkAsync("rooms.kick-from-room", 7, 5, "bye"));
        Assert.Null(await echo.OkAsync("rooms.transfer-host", 7, 6));
        Assert.Null(await echo.OkAsync("rooms.set-room-chart", 7, 9));
        Assert.Null(await echo.OkAsync("rooms.start-game", 7));
        Assert.Null(await echo.OkAsync("rooms.cancel-game", 7));
        Assert.Null(await echo.OkAsync("rooms.disband-room", 7));
        Assert.Equal("not-found", (await echo.ErrorAsync("rooms.start-game", 8)).Case);

        Assert.Equal(
            [
                "create 4", "lock 7: True", "cycle 7: False", "kick 7 5: bye", "host 7: 6", "chart 7: 9", "start 7", "cancel 7",
                "disband 7: 房间已由插件 echo 关闭 / The plugin echo closed the room", "start 8",
            ],
            host.Game.Asked);
    }

    [Fact]
    public async Task Kicking_reaches_the_game()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Add(5, "五");

        Assert.Null(await new Echo(host).OkAsync("users.kick-user", 5, "请离开 🚪"));

        Assert.Equal(["kick 5: 请离开 🚪"], host.Game.Asked);
    }

    [Fact]
    public async Task Messages_reach_the_game()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        host.Game.Add(5, "五");
        host.Game.Add(6, "六");
        host.Game.AddRoom(7, "room");

        Assert.Null(await echo.OkAsync("messages.send-message-to-user", 5, Samples.Text));
        Assert.Null(await echo.OkAsync("messages.send-message-to-room", 7, ""));
        Json.Same("2", await echo.OkAsync("messages.broadcast-message-to-all", "大家好"));

        Assert.Equal([$"user 5: {Samples.ShownText}", "room 7: ", "all: 大家好"], host.Game.Asked);
    }

    [Fact]
    public async Task A_message_of_two_thousand_bytes_is_sent_whole()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Add(5, "五");
        var text = new string('é', 1000);

        await new Echo(host).OkAsync("messages.send-message-to-user", 5, text);

        Assert.Equal([$"user 5: {text}"], host.Game.Asked);
    }

    [Fact]
    public async Task Configuration_is_read_by_dotted_keys()
    {
        await using var host = await new PluginHost()
            .WithEcho(manifest: "\n[config]\nname = \"值 🎈\"\n[config.deep.er]\nlist = [1, -2.5, true]\n").StartAsync();
        var echo = new Echo(host);

        Json.Same("\"值 🎈\"", Parsed(await echo.OkAsync("configuration.get-config", "name")));
        Json.Same("[1, -2.5, true]", Parsed(await echo.OkAsync("configuration.get-config", "deep.er.list")));
        Json.Same("""{"name": "值 🎈", "deep": {"er": {"list": [1, -2.5, true]} } }""", Parsed(await echo.OkAsync("configuration.all")));

        static JsonNode? Parsed(JsonNode? text) => JsonNode.Parse(text!.GetValue<string>());
    }

    [Fact]
    public async Task The_clocks_run()
    {
        var time = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1763841600123));
        await using var host = await new PluginHost(time: time).WithEcho().StartAsync();
        var echo = new Echo(host);
        var first = (await echo.OkAsync("clock.monotonic-now"))!.GetValue<long>();

        time.Advance(TimeSpan.FromMilliseconds(1500));

        Json.Same("1763841601623", await echo.OkAsync("clock.now"));
        Assert.InRange((await echo.OkAsync("clock.monotonic-now"))!.GetValue<long>(), first + 1499, first + 1501);
    }

    [Fact]
    public async Task Lines_of_every_level_reach_the_log_with_their_fields()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        string[] levels = ["trace", "debug", "info", "warn", "error"];
        object[] fields = [new { key = "键", value = Samples.Text }, new { key = "", value = "" }];

        foreach (var level in levels)
        {
            Assert.Null(await echo.OkAsync("log.write", level, $"{level} 行", level == "info" ? fields : []));
        }

        var lines = host.PluginLog.Read(PluginName.Parse("echo"), 5);
        Assert.Equal(
            [PluginLogLevel.Trace, PluginLogLevel.Debug, PluginLogLevel.Info, PluginLogLevel.Warn, PluginLogLevel.Error],
            lines.Select(line => line.Level));
        Assert.Equal(levels.Select(level => $"{level} 行"), lines.Select(line => line.Message));
        Assert.Equal(Samples.Text, lines[2].Fields["键"]);
        Assert.Equal("", lines[2].Fields[""]);
        Assert.All(lines.Where((_, index) => index != 2), line => Assert.Empty(line.Fields));
    }

    [Fact]
    public async Task Fields_whose_long_names_begin_alike_cost_nothing_but_one_of_them()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var name = new string('k', 10_000);

        await new Echo(host).OkAsync("log.write", "info", "two fields", new[]
        {
            new { key = name + "1", value = "first" }, new { key = name + "2", value = "second" },
        });

        Assert.Equal("second", Assert.Single(host.PluginLog.Read(PluginName.Parse("echo"), 1)[0].Fields).Value);
    }
}
