using Phira.PluginService.Plugins.Interfaces.Messages;
using Phira.PluginService.Plugins.Tests.Hosting;

namespace Phira.PluginService.Plugins.Tests.Boundary;

public sealed class HostErrorTests
{
    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Assert.Equal(("not-found", "User 99 is not on this server."), await echo.ErrorAsync("users.get-user-info", 99));
        Assert.Equal(("not-found", "User 99 is not on this server."), await echo.ErrorAsync("users.kick-user", 99, "x"));
        Assert.Equal(("not-found", "User 99 is not on this server."), await echo.ErrorAsync("messages.send-message-to-user", 99, "x"));
        Assert.Equal(("not-found", "There is no room 8."), await echo.ErrorAsync("messages.send-message-to-room", 8, "x"));
        Assert.Equal(("not-found", "no value a.b"), await echo.ErrorAsync("configuration.get-config", "a.b"));
        Assert.Equal(("not-found", "command nothing"), await echo.ErrorAsync("commands.unregister-command", "nothing"));
    }

    [Fact]
    public async Task An_id_that_no_account_can_have_is_not_found()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);

        Assert.Equal(("not-found", "User 3000000000 is not on this server."), await echo.ErrorAsync("users.get-user-info", 3_000_000_000));
        Assert.Equal(("not-found", "User 3000000000 is not on this server."), await echo.ErrorAsync("users.kick-user", 3_000_000_000, "x"));
        Assert.Equal(
            ("not-found", "User 3000000000 is not on this server."),
            await echo.ErrorAsync("messages.send-message-to-user", 3_000_000_000, "x"));
    }

    [Theory]
    [InlineData("messages.send-message-to-user", "[5, \"{2001}\"]", "text: at most 2000 bytes")]
    [InlineData("messages.broadcast-message-to-all", "[\"{2001}\"]", "text: at most 2000 bytes")]
    [InlineData("commands.register-command", "[\"\", \"\", null]", "name: 1 to 32 characters of a-z 0-9 - _")]
    [InlineData("commands.register-command", "[\"Help\", \"\", null]", "name: 1 to 32 characters of a-z 0-9 - _")]
    [InlineData("commands.register-command", "[\"a:b\", \"\", null]", "name: 1 to 32 characters of a-z 0-9 - _")]
    [InlineData("commands.register-command", "[\"x\", \"{501}\", null]", "description, usage: at most 500 characters")]
    [InlineData("events.subscribe-event", "[\"\", null]", "event-type: 1 to 64 characters of a-z 0-9 _ . -")]
    [InlineData("events.subscribe-event", "[\"带\", null]", "event-type: 1 to 64 characters of a-z 0-9 _ . -")]
    [InlineData("events.emit-event", "[\"{65}\", \"1\"]", "event-type: 1 to 64 characters of a-z 0-9 _ . -")]
    [InlineData("events.emit-event", "[\"x\", \"no json\"]", "data: one JSON value")]
    [InlineData("events.emit-event", "[\"x\", \"1 2\"]", "data: one JSON value")]
    [InlineData("events.emit-event", "[\"x\", \"\"]", "data: one JSON value")]
    [InlineData("events.emit-event", "[\"user_connect\", \"1\"]", "event-type: user_connect is predefined and cannot be emitted by plugins")]
    public async Task A_wrong_argument_is_named(string function, string arguments, string text)
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        foreach (var length in (int[])[65, 501, 2001])
        {
            arguments = arguments.Replace($"{{{length}}}", new string('a', length), StringComparison.Ordinal);
        }

        Json.Same($$$"""{"err": {"invalid-argument": "{{{text}}}"}}""", await new Echo(host).ReadAsync($"call {function} {arguments}"));
    }

    [Fact]
    public async Task A_name_of_the_host_is_a_conflict()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();

        Assert.Equal(
            ("conflict", "/help belongs to host; it is reached as /echo:help"),
            await new Echo(host).ErrorAsync("commands.register-command", "help", "mine", null));
    }

    [Fact]
    public async Task Too_many_messages_a_second_exceed_a_quota()
    {
        await using var host = await new PluginHost(services: PluginHost.Settings(new MessagesOptions { MessagesPerSecond = 0.001 })).WithEcho().StartAsync();
        host.Game.Add(5, "五");

        Assert.Equal(("quota-exceeded", "messages per second"), await new Echo(host).ErrorAsync("messages.send-message-to-user", 5, "x"));
        Assert.Empty(host.Game.Asked);
    }

    [Fact]
    public async Task Too_many_commands_exceed_a_quota()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        var echo = new Echo(host);
        for (var i = 1; i < 64; i++)
        {
            await echo.OkAsync("commands.register-command", $"c{i}", "", null);
        }

        Assert.Equal(("quota-exceeded", "64 commands"), await echo.ErrorAsync("commands.register-command", "c64", "", null));
    }

    [Fact]
    public async Task A_game_that_does_not_answer_in_time_is_unavailable_and_the_plugin_lives()
    {
        // The wait ends by a timer; what is left of the call's time does not run out while the guest returns, however slow the machine is.
        var time = new StandingTime();
        time.Stop();
        await using var host = await new PluginHost(time: time).WithEcho(manifest: "\n[limits]\nmax_execution_time_ms = 100\n").StartAsync();
        host.Game.AddRoom(7, "room");
        host.Game.Before = token => new TaskCompletionSource().Task.WaitAsync(token);

        Assert.Equal(
            ("unavailable", "the game did not answer within this call's time"),
            await new Echo(host).ErrorAsync("messages.send-message-to-room", 7, "x"));
        Assert.Equal(Core.Plugins.PluginState.Running, host.Plugin("echo").State);
    }

    [Fact]
    public async Task A_fault_of_the_host_is_internal_and_tells_nothing_of_its_inside()
    {
        await using var host = await new PluginHost().WithEcho().StartAsync();
        host.Game.AddRoom(7, "room");
        host.Game.Before = _ => throw new InvalidOperationException("the inside");

        Assert.Equal(
            ("internal", "messages.send-message-to-room failed inside the host"),
            await new Echo(host).ErrorAsync("messages.send-message-to-room", 7, "x"));
        Assert.Equal(Core.Plugins.PluginState.Running, host.Plugin("echo").State);
    }
}
