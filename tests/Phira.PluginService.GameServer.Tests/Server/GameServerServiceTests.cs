using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

public sealed class GameServerServiceTests
{
    private const int LargestTouchFrames = 16_384;
    private const int LargestJudges = 65_536;

    [Fact]
    public async Task Start_and_stop_are_reported_and_players_are_told()
    {
        var server = await TestServer.StartAsync();
        Assert.Equal(["server_start"], await server.Events.NextTypesAsync(1));
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("room")));

        var stopping = server.StopAsync();

        Assert.Equal(new MessageCommand(new ChatMessage(0, "The server is shutting down")), (await a.ReadToEndAsync())[0]);
        await a.DisposeAsync();
        await stopping;
        Assert.Equal(
            ["user_connect", "room_create", "server_shutdown", "user_leave_room", "room_disband", "session_end", "user_disconnect"],
            await server.Events.NextTypesAsync(7));
        Assert.Null(server.Get<IGameServerStatus>().Port);
        Assert.Empty(server.Queries.Users);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_ever_for_a_client_that_does_not_close()
    {
        var server = await TestServer.StartAsync(options => options.FarewellMs = 1);
        await using var a = await server.LoginAsync(100);

        await server.DisposeAsync();
    }

    [Fact]
    public async Task The_bound_port_and_the_connections_can_be_read()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);

        var listener = server.Get<IGameServerStatus>();
        Assert.InRange(listener.Port!.Value, 1, 65_535);
        Assert.Equal(1, listener.ConnectionCount);
    }

    [Fact]
    public async Task Without_an_address_it_listens_on_all_of_them()
    {
        await using var server = await TestServer.StartAsync(options => options.ListenAddress = "");
        await using var a = await server.LoginAsync(100);
    }

    [Fact]
    public async Task All_problems_of_the_configuration_are_reported_at_once()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => TestServer.StartAsync(options =>
        {
            options.Port = 70_000;
            options.ListenAddress = "localhost";
            options.Limits.MaxPlayersPerRoom = 65;
            options.Limits.MaxTouchFrames = LargestTouchFrames + 1;
        }));

        Assert.Equal(
            [
                "game.port is 70000; it must be 0 to 65535",
                "game.listen_address must be an IP address or empty",
                "game.limits.max_players_per_room is 65; it must be 8 to 64",
                "game.limits.max_touch_frames is 16385; it must be 1 to 16384",
            ],
            failure.InEnglish());
    }

    [Fact]
    public async Task The_largest_packets_that_the_configuration_can_allow_reach_the_monitors()
    {
        await using var server = await TestServer.StartAsync(
            options => (options.Limits.MaxTouchFrames, options.Limits.MaxJudges) = (LargestTouchFrames, LargestJudges));
        await using var a = await server.LoginAsync(100);
        await using var m = await server.LoginAsync(2);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("live")), new SelectChartCommand(5));
        await m.DoAsync(new JoinRoomCommand(TestClient.Room("live"), Monitor: true));
        await a.DoAsync(RequestStartCommand.Instance);
        await m.DoAsync(ReadyCommand.Instance);
        var points = Enumerable.Repeat(new TouchPoint(0, default), 16).ToEncodedList();

        await a.SendAsync(new TouchesCommand(Enumerable.Repeat(new TouchFrame(1, points), LargestTouchFrames).ToEncodedList()));
        await a.SendAsync(new JudgesCommand(
            Enumerable.Repeat(new JudgeEvent(1, uint.MaxValue, uint.MaxValue, Judgement.Perfect), LargestJudges).ToEncodedList()));

        Assert.Equal(LargestTouchFrames, (await m.SkipToAsync<PlayerTouchesCommand>()).Frames.Count);
        Assert.Equal(LargestJudges, (await m.SkipToAsync<PlayerJudgesCommand>()).Judges.Count);
    }

    [Fact]
    public async Task Rooms_are_limited()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits.MaxRooms = 1);
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("one")));

        var refused = await b.RequestAsync<CreateRoomReply>(new CreateRoomCommand(TestClient.Room("two")));
        var occupied = await b.RequestAsync<CreateRoomReply>(new CreateRoomCommand(TestClient.Room("one")));
        await a.DoAsync(LeaveRoomCommand.Instance);
        await b.DoAsync(new CreateRoomCommand(TestClient.Room("two")));

        Assert.Equal("The server has no room for another room", refused.Result.Error);
        Assert.Equal("Room ID is occupied", occupied.Result.Error);
    }

    [Fact]
    public async Task What_happens_can_be_measured()
    {
        await using var server = await TestServer.StartAsync();
        using var numbers = new MeasuredNumbers(server.Services);
        await using (var a = await server.LoginAsync(100))
        {
            await a.DoAsync(new CreateRoomCommand(TestClient.Room("room")));

            Assert.Equal(1, numbers["phira.game.connections"]);
            Assert.Equal(1, numbers["phira.game.users"]);
            Assert.Equal(1, numbers["phira.game.rooms"]);
        }

        await using var refused = await server.ConnectAsync();
        await refused.LoginAsync("nobody");
        await refused.ReadToEndAsync();
        await refused.DisposeAsync();
        await server.StopAsync();

        Assert.Equal(1, numbers["phira.game.logins accepted"]);
        Assert.Equal(1, numbers["phira.game.logins phira_api.rejected"]);
        Assert.Equal(1, numbers["phira.game.disconnects login_failed"]);
        Assert.Equal(3, numbers["phira.game.frames.received"]);
        Assert.Equal(4, numbers["phira.game.frames.sent"]);
    }
}
