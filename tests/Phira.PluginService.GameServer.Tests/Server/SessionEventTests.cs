using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The events of sessions that plugins get: lost, taken up again, and ended for a reason.</summary>
public sealed class SessionEventTests
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(19);

    [Fact]
    public async Task Closing_the_connection_outside_of_a_room_is_quitting()
    {
        await using var server = await TestServer.StartAsync();

        await (await server.LoginAsync(100)).DisposeAsync();

        Assert.Equal(["server_start", "user_connect", "session_end", "user_disconnect"], await server.Events.NextTypesAsync(4));
    }

    [Fact]
    public async Task The_reason_of_who_quits_is_quit()
    {
        await using var server = await TestServer.StartAsync();

        await (await server.LoginAsync(100)).DisposeAsync();

        await EndsAsync(server, SessionEndReason.Quit);
    }

    [Fact]
    public async Task The_reason_of_who_is_kicked_is_kicked()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        await server.Actions.KickUserAsync(new UserId(100), "gone", CancellationToken.None);

        await EndsAsync(server, SessionEndReason.Kicked);
    }

    [Fact]
    public async Task The_reason_of_who_is_removed_from_a_room_is_kicked_because_the_connection_ends_with_it()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));

        await server.Rooms.KickFromRoomAsync(server.Queries.FindRoom("room")!.Id, new UserId(100), "out", CancellationToken.None);
        await a.ReadToEndAsync();
        await a.DisposeAsync();

        await EndsAsync(server, SessionEndReason.Kicked);
    }

    [Fact]
    public async Task The_reason_of_who_falls_silent_is_timeout()
    {
        await using var server = await TestServer.StartAsync(options => options.SilenceTimeoutSecs = 10);
        await using var a = await server.LoginAsync(100);

        server.Clock.Advance(TimeSpan.FromSeconds(10));

        await EndsAsync(server, SessionEndReason.Timeout);
    }

    [Fact]
    public async Task The_reason_of_who_breaks_the_protocol_is_error()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        await a.SendRawAsync(0x00);

        await EndsAsync(server, SessionEndReason.Error);
    }

    [Fact]
    public async Task The_reason_of_all_who_are_here_when_the_server_stops_is_shutdown()
    {
        var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room));

        await server.DisposeAsync();

        await EndsAsync(server, SessionEndReason.Shutdown);
    }

    [Fact]
    public async Task Who_does_not_come_back_in_time_is_suspended_and_then_timed_out()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectGraceSecs = Grace.TotalSeconds);
        await using (var a = await server.LoginAsync(100))
        {
            await a.DoAsync(new CreateRoomCommand(Room));
        }

        var suspended = (await server.Events.NextAsync<SessionSuspended>()).User;
        Assert.Equal((100, server.Queries.FindRoom("room")!.Id, false), (suspended.Id.Value, suspended.Room!.Value, suspended.IsConnected));
        await server.Clock.HasBegunAsync(Grace);
        server.Clock.Advance(Grace);

        Assert.Equal(["user_leave_room", "room_disband", "session_end", "user_disconnect"], await server.Events.NextTypesAsync(4));
    }

    [Fact]
    public async Task The_reason_of_who_does_not_come_back_is_timeout()
    {
        await using var server = await TestServer.StartAsync(options => options.ReconnectGraceSecs = Grace.TotalSeconds);
        await using (var a = await server.LoginAsync(100))
        {
            await a.DoAsync(new CreateRoomCommand(Room));
        }

        await server.Clock.HasBegunAsync(Grace);
        server.Clock.Advance(Grace);

        await EndsAsync(server, SessionEndReason.Timeout);
    }

    [Fact]
    public async Task Who_comes_back_in_time_resumes_the_session_that_was_suspended()
    {
        await using var server = await TestServer.StartAsync();
        await using (var first = await server.LoginAsync(100))
        {
            await first.DoAsync(new CreateRoomCommand(Room));
        }

        await server.Events.NextAsync<SessionSuspended>();
        await using var second = await server.LoginAsync(100);

        var resumed = await server.Events.NextAsync<SessionResumed>();
        Assert.Equal((100, true, true), (resumed.User.Id.Value, resumed.WasSuspended, resumed.User.IsConnected));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_login_resumes_a_session_that_was_not_suspended(bool inRoom)
    {
        await using var server = await TestServer.StartAsync();
        await using var first = await server.LoginAsync(100);
        if (inRoom)
        {
            await first.DoAsync(new CreateRoomCommand(Room));
        }

        await using var second = await server.LoginAsync(100);

        var resumed = await server.Events.NextAsync<SessionResumed>();
        Assert.Equal((100, false, inRoom), (resumed.User.Id.Value, resumed.WasSuspended, resumed.User.Room is not null));
        await second.SettleAsync();
        Assert.True(server.Queries.FindUser(new UserId(100))!.IsConnected);
    }

    [Fact]
    public async Task Of_who_is_banned_while_logging_in_plugins_are_told_neither_the_beginning_nor_the_end()
    {
        await using var server = await TestServer.StartAsync();
        server.Events.Decide = async (_, _) =>
        {
            await server.Bans.BanAsync(BanTarget.Of(new UserId(200)), "rude", expiresAt: null, "ann", CancellationToken.None);
            return EventDecision.Proceed;
        };
        await using (var b = await server.ConnectAsync())
        {
            Assert.False(Assert.IsType<AuthenticateReply>(await b.LoginAsync("t200")).Result.IsSuccess);
        }

        await Eventually.IsTrueAsync(() => server.Queries.FindUser(new UserId(200)) is null, "the user has left");
        await using var a = await server.LoginAsync(100);

        Assert.Equal(["server_start", "user_connect"], await server.Events.NextTypesAsync(2));
    }

    private static async Task EndsAsync(TestServer server, SessionEndReason reason)
    {
        var ended = await server.Events.NextAsync<SessionEnded>();
        Assert.Equal((100, reason, false), (ended.User.Id.Value, ended.Reason, ended.User.IsConnected));
        Assert.Equal(100, (await server.Events.NextAsync<UserDisconnected>()).User.Id.Value);
    }
}
