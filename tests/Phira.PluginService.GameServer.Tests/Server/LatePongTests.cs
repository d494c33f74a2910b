using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// A game that misses a pong during a live round logs in with a second client, while its panel keeps the first one and uploads the result through
/// that. Neither connection may be closed, and whichever ends first leaves the player to the other.
/// </summary>
public sealed class LatePongTests : IAsyncLifetime
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly UserId B = new(200);

    private TestServer _server = null!;
    private TestClient _a = null!;
    private TestClient _panel = null!;
    private TestClient _stream = null!;
    private TestClient _monitor = null!;

    public async ValueTask InitializeAsync()
    {
        // A player without a connection is removed at once; one who stays has a connection.
        _server = await TestServer.StartAsync(options => options.PlayingReconnectGraceSecs = options.ReconnectGraceSecs = 0);
        _a = await _server.LoginAsync(100);
        _panel = await _server.LoginAsync(200);
        _monitor = await _server.LoginAsync(2);
        await _a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));
        await _panel.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await _monitor.DoAsync(new JoinRoomCommand(Room, Monitor: true));
        await _a.DoAsync(RequestStartCommand.Instance);
        await _panel.DoAsync(ReadyCommand.Instance);
        await _monitor.DoAsync(ReadyCommand.Instance);
        await _panel.SkipToAsync(Frames.NowPlaying);
        _stream = await _server.LoginAsync(200);
        await _stream.SeesAsync(Frames.NowPlaying);
    }

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _panel.DisposeAsync();
        await _stream.DisposeAsync();
        await _monitor.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task The_result_counts_when_the_earlier_connection_uploads_it_and_both_see_the_round_end()
    {
        await _panel.SendAsync(new PlayedCommand(7_200));
        await _panel.SeesAsync(Frames.Played(200), new PlayedReply(WireResult.Success));
        await _stream.SeesAsync(Frames.Played(200));

        await _a.DoAsync(AbortCommand.Instance);

        await _panel.SeesAsync(new AbortMessage(100), Frames.GameEnd, Frames.Selecting5);
        await _stream.SeesAsync(new AbortMessage(100), Frames.GameEnd, Frames.Selecting5);
    }

    [Fact]
    public async Task The_newer_connection_streams_to_the_monitor()
    {
        await _stream.SendAsync(new TouchesCommand([new(1, [])]));

        Assert.Equal(200, (await _monitor.SkipToAsync<PlayerTouchesCommand>()).Player);
    }

    [Fact]
    public async Task When_the_newer_connection_ends_the_earlier_one_has_the_player()
    {
        await _stream.DisposeAsync();
        await OneConnectionLessAsync();

        await _panel.SendAsync(new PlayedCommand(7_200));

        await _panel.SeesAsync(Frames.Played(200), new PlayedReply(WireResult.Success));
        Assert.True(_server.Queries.FindUser(B)!.IsConnected);
    }

    [Fact]
    public async Task When_the_earlier_connection_ends_the_newer_one_has_the_player()
    {
        await _panel.DisposeAsync();
        await OneConnectionLessAsync();

        await _stream.SendAsync(new PlayedCommand(7_200));

        await _stream.SeesAsync(Frames.Played(200), new PlayedReply(WireResult.Success));
        Assert.True(_server.Queries.FindUser(B)!.IsConnected);
    }

    [Fact]
    public async Task When_both_have_ended_the_player_is_gone()
    {
        await _stream.DisposeAsync();
        await _panel.DisposeAsync();

        await _a.SkipToAsync(new MessageCommand(Frames.Left(200)));
    }

    [Fact]
    public async Task The_next_login_after_the_round_finds_the_room_and_ends_both()
    {
        await _panel.DoAsync(new PlayedCommand(7_200));
        await _a.DoAsync(AbortCommand.Instance);
        await _a.SettleAsync();

        await using var next = await _server.ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await next.LoginAsync("t200"));

        Assert.Equal(Room, reply.Result.Value!.Room!.Id);
        await _panel.ReadToEndAsync();
        await _stream.ReadToEndAsync();
        await next.DoAsync(new ChatCommand("here"));
    }

    [Fact]
    public async Task A_user_who_leaves_the_room_keeps_only_the_connection_that_left_it()
    {
        await _panel.DoAsync(LeaveRoomCommand.Instance);

        await _stream.ReadToEndAsync();
        await _panel.DoAsync(new CreateRoomCommand(TestClient.Room("own")));
    }

    [Fact]
    public async Task A_user_who_is_removed_from_the_room_loses_every_connection()
    {
        var room = _server.Queries.FindUser(B)!.Room!.Value;

        await _server.Rooms.KickFromRoomAsync(room, B, "bye", CancellationToken.None);

        await _panel.ReadToEndAsync();
        await _stream.ReadToEndAsync();
        await using var next = await _server.LoginAsync(200);
        Assert.Null(_server.Queries.FindUser(B)!.Room);
    }

    [Fact]
    public async Task A_user_who_logs_in_again_and_again_loses_the_oldest_connection()
    {
        await using var third = await _server.LoginAsync(200);
        await using var fourth = await _server.LoginAsync(200);

        await using var fifth = await _server.LoginAsync(200);

        await _panel.ReadToEndAsync();
        await _stream.DoAsync(new PlayedCommand(7_200));
        Assert.Equal(1, _server.Queries.Users.Count(user => user.Id == B));
    }

    private Task OneConnectionLessAsync() =>
        Eventually.IsTrueAsync(() => _server.Get<Core.Game.IGameServerStatus>().ConnectionCount == 3, "the server notices the end of a connection");
}
