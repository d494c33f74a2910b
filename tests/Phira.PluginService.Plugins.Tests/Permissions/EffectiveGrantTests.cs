using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Tests.Boundary;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Permissions;

/// <summary>The permissions of a running plugin follow its grants, without a reload.</summary>
public sealed class EffectiveGrantTests
{
    private static readonly string[] All =
    [
        .. TestManifests.AllPermissions.Split('\n')
            .Where(line => line.EndsWith(" = true", StringComparison.Ordinal))
            .Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]),
    ];

    [Fact]
    public async Task What_is_revoked_is_denied_at_the_next_call_and_works_again_when_it_is_granted_again()
    {
        await using var host = await StartAsync();
        var echo = new Echo(host);
        var started = host.Plugin("echo").Usage.StartedAt;
        await echo.OkAsync("users.get-online-user-count");

        await GrantAsync(host, "read_users");
        Assert.Equal(
            (
                "permission-denied",
                "read_users: read_users is not granted. An administrator can grant it in the dashboard at /manage/echo/permissions "
                    + "or with PUT /api/v1/plugins/echo/permissions."),
            await echo.ErrorAsync("users.get-online-user-count"));
        var plugin = host.Plugin("echo");
        Assert.Equal((PluginState.Running, started), (plugin.State, plugin.Usage.StartedAt));
        Assert.Contains("read_users", plugin.Pending!.Message(), StringComparison.Ordinal);

        await GrantAsync(host, without: null);
        await echo.OkAsync("users.get-online-user-count");
        Assert.Null(host.Plugin("echo").Pending);
        Assert.Equal(started, host.Plugin("echo").Usage.StartedAt);
    }

    [Fact]
    public async Task Only_the_users_of_a_grant_can_be_kicked_banned_and_written_to()
    {
        await using var host = await StartAsync();
        host.Game.Add(5, "五");
        host.Game.Add(6, "六");
        await GrantAsync(host, "kick_users", """kick_users {"users":[5]}""");
        await GrantAsync(host, "ban_users", """ban_users {"users":[5]}""");
        await host.GrantAsync(
            "echo",
            [.. All.Except(["kick_users", "ban_users", "send_messages"]), .. Only("users", "[5]", "kick_users", "ban_users", "send_messages")]);
        var echo = new Echo(host);

        await echo.OkAsync("users.kick-user", 5, "a");
        await echo.OkAsync("users.ban-user-by-id", 5, "b", null);
        await echo.OkAsync("messages.send-message-to-user", 5, "c");
        Assert.Equal(("permission-denied", "kick_users: the grant does not cover user 6"), await echo.ErrorAsync("users.kick-user", 6, "a"));
        Assert.Equal("permission-denied", (await echo.ErrorAsync("users.ban-user-by-id", 6, "b", null)).Case);
        Assert.Equal("permission-denied", (await echo.ErrorAsync("users.unban-user", 6)).Case);
        Assert.Equal("permission-denied", (await echo.ErrorAsync("messages.send-message-to-user", 6, "c")).Case);

        Assert.Equal(["kick 5: a", "user 5: c"], host.Game.Asked);
        Assert.Equal([BanTarget.Of(new UserId(5))], host.Bans.Active.Select(ban => ban.Target));
    }

    [Fact]
    public async Task Only_the_rooms_of_a_grant_are_shown_and_managed()
    {
        await using var host = await StartAsync();
        host.Game.AddRoom(7, "mine");
        host.Game.AddRoom(8, "yours");
        await host.GrantAsync(
            "echo",
            [.. All.Except(["read_rooms", "manage_rooms", "send_messages"]), .. Only("rooms", "[\"mine\"]", "read_rooms", "manage_rooms", "send_messages")]);
        var echo = new Echo(host);

        await echo.OkAsync("rooms.set-room-lock", 7, true);
        await echo.OkAsync("rooms.find-room", "mine");
        await echo.OkAsync("messages.send-message-to-room", 7, "x");
        Assert.Equal(["mine"], (await echo.OkAsync("rooms.list-rooms"))!.AsArray().Select(room => room!["name"]!.GetValue<string>()));
        Json.Same("[\"mine\"]", Names(await echo.OkAsync("rooms.list-rooms-page", null, 1)));
        Json.Same("2", await echo.OkAsync("rooms.get-room-count"));
        foreach (var (function, arguments) in ((string, object?[])[])
        [
            ("rooms.set-room-lock", [8, true]),
            ("rooms.disband-room", [8]),
            ("rooms.get-room-info", [8]),
            ("rooms.get-room-info", [99]),
            ("rooms.find-room", ["yours"]),
            ("rooms.create-room", [4]),
            ("messages.send-message-to-room", [8, "x"]),
            ("messages.send-template-to-room", [8, new[] { new { language = "en", text = "x" } }, Array.Empty<object>()]),
        ])
        {
            Assert.Equal("permission-denied", (await echo.ErrorAsync(function, arguments)).Case);
        }

        Assert.Equal(["lock 7: True", "room 7: x"], host.Game.Asked);

        static JsonNode Names(JsonNode? page)
        {
            Assert.Null(page!["next"]);
            return new JsonArray([.. page["rooms"]!.AsArray().Select(room => room!["name"]!.DeepClone())]);
        }
    }

    [Fact]
    public async Task Only_the_users_of_a_grant_are_listed()
    {
        await using var host = await StartAsync();
        host.Game.Add(5, "五");
        host.Game.Add(6, "六");
        foreach (var user in (int[])[6, 5])
        {
            await host.Bans.BanAsync(BanTarget.Of(new UserId(user)), "", null, "test", CancellationToken.None);
        }

        await GrantAsync(host, "read_users", """read_users {"users":[5]}""");
        var echo = new Echo(host);

        Assert.Equal(5, Assert.Single((await echo.OkAsync("users.list-online-users"))!.AsArray())!["id"]!.GetValue<int>());
        Assert.Equal(5, Assert.Single((await echo.OkAsync("users.list-bans"))!.AsArray())!["user"]!.GetValue<int>());
        Assert.Equal("permission-denied", (await echo.ErrorAsync("users.is-banned", 6)).Case);
    }

    [Fact]
    public async Task A_rate_limits_and_reloading_gives_no_new_one()
    {
        var time = new FakeTimeProvider();
        await using var host = await new PluginHost(time: time)
            .With("echo", Testing.RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = true\nkick_users = { users = [5], per_minute = 2 }\n")
            .StartAsync();
        host.Game.Add(5, "五");
        var echo = new Echo(host);

        await echo.OkAsync("users.kick-user", 5, "1");
        await host.DoAsync("echo", PluginOperation.Reload);
        await echo.OkAsync("users.kick-user", 5, "2");
        Assert.Equal(("quota-exceeded", "kick_users: per_minute = 2"), await echo.ErrorAsync("users.kick-user", 5, "3"));
        await host.DoAsync("echo", PluginOperation.Reload);
        Assert.Equal("quota-exceeded", (await echo.ErrorAsync("users.kick-user", 5, "4")).Case);

        time.Advance(TimeSpan.FromMinutes(1));
        await echo.OkAsync("users.kick-user", 5, "5");
        Assert.Equal(["kick 5: 1", "kick 5: 2", "kick 5: 5"], host.Game.Asked);
    }

    [Fact]
    public async Task Events_that_need_a_permission_stop_when_it_is_revoked()
    {
        await using var host = await StartAsync(Echo.Subscribing("message_send", "user_disconnect"));
        var echo = new Echo(host);

        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "before"));
        await GrantAsync(host, "subscribe_events");
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "revoked"));
        await GrantAsync(host, without: null);
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "granted"));

        Assert.Equal(["before", "granted"], await TextsAsync(host, echo));
    }

    [Fact]
    public async Task Events_that_need_a_permission_are_those_of_its_users_and_rooms()
    {
        await using var host = await StartAsync(Echo.Subscribing("message_send", "user_disconnect"));
        host.Game.AddRoom(7, "mine");
        host.Game.AddRoom(8, "yours");
        await GrantAsync(host, "subscribe_events", """subscribe_events {"users":[1],"rooms":["mine"]}""");

        host.Events.Publish(new MessageSent(host.Game.Add(1, "a", room: 7), "both"));
        host.Events.Publish(new MessageSent(host.Game.Add(2, "b", room: 7), "user"));
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a", room: 8), "room"));
        host.Events.Publish(new MessageSent(host.Game.Add(1, "a"), "nowhere"));

        Assert.Equal(["both"], await TextsAsync(host, new Echo(host)));
    }

    [Fact]
    public async Task Commands_are_gone_when_they_may_no_longer_be_registered()
    {
        await using var host = await StartAsync();
        Assert.Contains(host.Commands.Commands, command => command.Name == "echo");

        await GrantAsync(host, "register_commands");

        Assert.DoesNotContain(host.Commands.Commands, command => command.Name == "echo");
        Assert.False((await host.CommandAsync("echo:echo")).IsSuccess);
    }

    [Fact]
    public async Task Only_commands_of_these_names_can_be_registered()
    {
        await using var host = await new PluginHost()
            .With("echo", Testing.RepositoryFiles.Guest("echo"), "[permissions]\nregister_commands = { commands = [\"echo\"] }\n").StartAsync();
        var echo = new Echo(host);

        Assert.Equal(
            ("permission-denied", "register_commands: the manifest does not ask for command other"),
            await echo.ErrorAsync("commands.register-command", "other", "", null));
    }

    [Fact]
    public async Task An_instance_that_holds_variables_by_a_former_grant_is_replaced()
    {
        await using var host = await new PluginHost(options => options.Security = new SecurityPolicy
        {
            AllowEnvironment = true,
            AllowedEnvironmentVars = ["LANG"],
        }).WithEcho(manifest: "environment = { variables = [\"LANG\"] }\n").StartAsync();
        var running = Count(host);

        await host.GrantAsync("echo", [.. All, """environment {"variables":[]}"""]);
        Assert.Equal(running + 1, Count(host));
        await host.GrantAsync("echo", [.. All, """environment {"variables":[]}""", "metrics {}"]);
        Assert.Equal(running + 1, Count(host));
        await new Echo(host).AskAsync("calls");

        static int Count(PluginHost host) => host.Store.Transitions.Count(transition => transition.To == PluginState.Running);
    }

    [Fact]
    public async Task A_stopped_plugin_that_lost_a_grant_is_not_started()
    {
        await using var host = await StartAsync();
        await host.DoAsync("echo", PluginOperation.Stop);
        await GrantAsync(host, "read_users");

        Assert.Equal("permission.pending", (await host.DoAsync("echo", PluginOperation.Start)).Error?.Code.Value);
        Assert.Equal(PluginState.Stopped, host.Plugin("echo").State);
    }

    private static Task<PluginHost> StartAsync(string manifest = "") => new PluginHost().WithEcho(manifest: manifest).StartAsync();

    private static async Task GrantAsync(PluginHost host, string? without, params string[] instead)
    {
        var granted = await host.GrantAsync("echo", [.. All.Where(permission => permission != without), .. instead]);
        Assert.True(granted.IsSuccess, granted.Error?.Describe());
    }

    private static IEnumerable<string> Only(string scope, string values, params string[] permissions) =>
        permissions.Select(permission => $"{permission} {{\"{scope}\":{values}}}");

    private static async Task<string[]> TextsAsync(PluginHost host, Echo echo)
    {
        host.Events.Publish(new UserDisconnected(host.Game.Add(9, "end")));
        await echo.EventsAsync("user-disconnect");
        return [.. (await echo.EventsAsync("message-send", 0)).Select(item => item["payload"]!["message-send"]!["text"]!.GetValue<string>())];
    }
}
