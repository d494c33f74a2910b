using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class HostFunctionResults
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

        Assert.Equal([$"user 5: {Samples.Text}", "room 7: ", "all: 大家好"], host.Game.Asked);
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

        var lines = host.Manager.Read(PluginName.Parse("echo"), 5);
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

        Assert.Equal("second", Assert.Single(host.Manager.Read(PluginName.Parse("echo"), 1)[0].Fields).Value);
    }
}
