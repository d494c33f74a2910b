using System.Text.Json.Nodes;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;
using Phira.PluginService.Testing;

namespace Phira.PluginService.Plugins.Tests.Permissions;

public sealed class UndeclaredPermissionTests
{
    public static TheoryData<string, string, string> Functions => new()
    {
        { "read_users", "users.get-user-info", "[5]" },
        { "read_users", "users.get-online-user-count", "[]" },
        { "read_users", "users.list-online-users", "[]" },
        { "read_users", "users.is-banned", "[5]" },
        { "read_users", "users.list-bans", "[]" },
        { "ban_users", "users.ban-user-by-id", """[5, "x", null]""" },
        { "ban_users", "users.unban-user", "[6]" },
        { "read_rooms", "rooms.get-room-info", "[7]" },
        { "read_rooms", "rooms.find-room", """["room"]""" },
        { "read_rooms", "rooms.list-rooms", "[]" },
        { "read_rooms", "rooms.get-room-count", "[]" },
        { "read_rooms", "rooms.list-rooms-page", "[null, 10]" },
        { "read_charts", "charts.get-chart", "[9]" },
        { "read_records", "records.list-user-records", "[5, null, null, 10]" },
        { "manage_rooms", "rooms.create-room", "[8]" },
        { "manage_rooms", "rooms.disband-room", "[7]" },
        { "manage_rooms", "rooms.set-room-lock", "[7, true]" },
        { "manage_rooms", "rooms.kick-from-room", """[7, 5, "x"]""" },
        { "manage_rooms", "rooms.transfer-host", "[7, 5]" },
        { "manage_rooms", "rooms.set-room-cycle", "[7, true]" },
        { "manage_rooms", "rooms.set-room-chart", "[7, 9]" },
        { "manage_rooms", "rooms.start-game", "[7]" },
        { "manage_rooms", "rooms.cancel-game", "[7]" },
        { "kick_users", "users.kick-user", """[5, "x"]""" },
        { "emit_events", "events.emit-event", """["x", "1"]""" },
        { "subscribe_events", "events.subscribe-event", """["x", null]""" },
        { "subscribe_events", "events.subscribe-event", """["message_send", null]""" },
        { "subscribe_events", "events.subscribe-event", """["command_input", null]""" },
        { "subscribe_events", "events.subscribe-event", """["player_touches", null]""" },
        { "subscribe_events", "events.subscribe-event", """["player_judges", null]""" },
        { "send_messages", "messages.send-message-to-user", """[5, "x"]""" },
        { "send_messages", "messages.send-message-to-room", """[7, "x"]""" },
        { "broadcast", "messages.broadcast-message-to-all", """["x"]""" },
        { "read_shared_storage", "shared-storage.get", """["echo", "k"]""" },
        { "read_shared_storage", "shared-storage.list", """["echo", "", null, 10]""" },
        { "write_shared_storage", "shared-storage.set", """["echo", "k", "x", null]""" },
        { "write_shared_storage", "shared-storage.delete", """["echo", "k"]""" },
        { "write_shared_storage", "shared-storage.compare-and-set", """["echo", "k", null, "x", null]""" },
        { "send_messages", "messages.send-template-to-user", """[5, [{"language": "en", "text": "x"}], []]""" },
        { "send_messages", "messages.send-template-to-room", """[7, [{"language": "en", "text": "x"}], []]""" },
        { "broadcast", "messages.broadcast-template-to-all", """[[{"language": "en", "text": "x"}], []]""" },
        { "write_config", "configuration.set-config", """["a", "1"]""" },
        { "write_config", "configuration.save-config", "[]" },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_answers_with_the_permission_that_is_missing_and_how_to_ask_for_it(string permission, string function, string arguments)
    {
        await using var host = await HostWithoutAsync(permission);
        host.Game.Add(5, "五");
        host.Game.AddRoom(7, "room");

        var text = $"{permission}: The manifest does not ask for {permission}. Add {permission} = true under [permissions] in plugin.toml.";
        Json.Same($$$"""{"err": {"permission-denied": "{{{text}}}"}}""", await CallAsync(host, function, arguments));
        Assert.Empty(host.Game.Asked);
        Assert.Empty(host.Bans.Active);
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task With_the_permission_it_is_not_denied(string permission, string function, string arguments)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.Add(5, "五");
        host.Game.AddRoom(7, "room");
        host.Game.Charts[9] = new ChartDetails(new ChartSnapshot(9, "谱面"));
        await host.Bans.BanAsync(BanTarget.Of(new UserId(6)), "", null, "test", CancellationToken.None);

        var answer = (await CallAsync(host, function, arguments)).AsObject();

        Assert.True(answer.ContainsKey("ok"), $"{permission}: {answer.ToJsonString()}");
    }

    [Fact]
    public async Task A_permission_declared_as_false_is_none()
    {
        await using var host = await new PluginHost()
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nread_users = false\n").StartAsync();

        Assert.Equal(
            ("permission-denied", "read_users: The manifest does not ask for read_users. Add read_users = true under [permissions] in plugin.toml."),
            await new Echo(host).ErrorAsync("users.get-online-user-count"));
    }

    [Theory]
    [InlineData("network", "network = { hosts = [\"example.com\"] }")]
    [InlineData("subprocess", "subprocess = { commands = [\"uptime\"] }")]
    [InlineData("environment", "environment = { variables = [\"LANG\"] }")]
    public void The_line_to_add_reaches_something(string permission, string line) => Assert.Equal(line, PermissionRequests.LineFor(permission));

    [Fact]
    public async Task A_plugin_that_needs_what_it_forgot_to_ask_for_fails_and_says_what_to_add()
    {
        await using var host = await new PluginHost().With("founding", RepositoryFiles.Guest("founding")).StartAsync();

        var plugin = host.Plugin("founding");
        Assert.Equal(Core.Plugins.PluginState.Failed, plugin.State);
        Assert.Contains("Add register_commands = true under [permissions] in plugin.toml.", plugin.Failure!.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_low_rate_events_need_none()
    {
        await using var host = await new PluginHost()
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n").StartAsync();
        var echo = new Echo(host);

        foreach (var type in Core.Events.EventTypes.Predefined.Except(["message_send", "command_input", "player_touches", "player_judges"]))
        {
            await echo.OkAsync("events.subscribe-event", type, null);
        }
    }

    [Fact]
    public async Task Own_configuration_clock_and_log_need_none()
    {
        await using var host = await new PluginHost()
            .With("echo", RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\n[config]\na = 1\n").StartAsync();
        var echo = new Echo(host);

        await echo.OkAsync("configuration.get-config", "a");
        await echo.OkAsync("configuration.all");
        await echo.OkAsync("clock.now");
        await echo.OkAsync("log.write", "info", "x", Array.Empty<object>());
    }

    [Fact]
    public async Task A_plugin_that_may_not_register_commands_runs_without_them()
    {
        // The guest writes to its log what the host answered.
        await using var host = await new PluginHost().With("echo", RepositoryFiles.Guest("echo")).StartAsync();

        Assert.Equal(Core.Plugins.PluginState.Running, host.Plugin("echo").State);
        Assert.DoesNotContain(host.Commands.Commands, command => command.Name == "echo");
        Assert.Contains(
            host.PluginLog.Read(Core.Ids.PluginName.Parse("echo"), 100),
            line => line.Message == "register-command: permission-denied: register_commands: The manifest does not ask for register_commands. "
                + "Add register_commands = true under [permissions] in plugin.toml.");
    }

    private static Task<PluginHost> HostWithoutAsync(string permission)
    {
        var lines = TestManifests.AllPermissions.Split('\n').Where(line => !line.StartsWith(permission, StringComparison.Ordinal));
        return new PluginHost().With("echo", RepositoryFiles.Guest("echo"), string.Join('\n', lines)).StartAsync();
    }

    private static Task<JsonNode> CallAsync(PluginHost host, string function, string arguments) =>
        new Echo(host).ReadAsync($"call {function} {arguments}");
}
