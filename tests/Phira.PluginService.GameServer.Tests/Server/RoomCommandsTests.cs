using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.GameServer.Upstream;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The commands of plugins and administrators to rooms.</summary>
public sealed class RoomCommandsTests
{
    private static readonly RoomName Room = TestClient.Room("room");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_room_opened_by_a_plugin_is_led_by_its_first_player_and_keeps_its_size()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);

        var room = (await server.Rooms.CreateRoomAsync(1, Stop)).Value;

        Assert.Null((await server.Events.NextAsync<RoomCreated>()).Creator);
        var name = TestClient.Room(server.Queries.FindRoom(room)!.Name);
        await a.DoAsync(new JoinRoomCommand(name, Monitor: false));
        await a.SeesAsync(Frames.NewHost(100), Frames.NowHost);
        Assert.Equal("Room is full", (await b.RequestAsync<JoinRoomReply>(new JoinRoomCommand(name, Monitor: false))).Result.Error);
        Assert.Equal(new UserId(100), server.Queries.FindRoom(room)!.Host);
        await a.DoAsync(LeaveRoomCommand.Instance);
        Assert.Null(server.Queries.FindRoom(room));
    }

    [Fact]
    public async Task A_name_that_a_player_has_taken_is_passed_over()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(TestClient.Room("room-2")));

        var room = (await server.Rooms.CreateRoomAsync(8, Stop)).Value;

        Assert.Equal("room-3", server.Queries.FindRoom(room)!.Name);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(9)]
    public async Task A_room_has_a_sensible_size(int size)
    {
        await using var server = await TestServer.StartAsync();

        Assert.Equal(RoomErrors.SizeOutOfRange, (await server.Rooms.CreateRoomAsync(size, Stop)).Error!.Code);
    }

    [Fact]
    public async Task The_limit_of_rooms_holds_for_plugins_too()
    {
        await using var server = await TestServer.StartAsync(options => options.Limits.MaxRooms = 1);

        Assert.True((await server.Rooms.CreateRoomAsync(8, Stop)).IsSuccess);
        Assert.Equal(RoomErrors.LimitReached, (await server.Rooms.CreateRoomAsync(8, Stop)).Error!.Code);
    }

    [Fact]
    public async Task The_members_of_a_disbanded_room_read_why_and_can_come_back()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        var room = await TogetherAsync(server, a, b);

        Assert.True((await server.Rooms.DisbandRoomAsync(room, "the contest is over", Stop)).IsSuccess);

        var told = new MessageCommand(new ChatMessage(0, "the contest is over"));
        Assert.Equal([told], await a.ReadToEndAsync());
        Assert.Equal([told], await b.ReadToEndAsync());
        Assert.Null(server.Queries.FindRoom(room));
        await server.Events.NextAsync<RoomDisbanded>();
        await using var again = await server.LoginAsync(100);
        await again.DoAsync(new CreateRoomCommand(Room));
    }

    [Fact]
    public async Task Disbanding_ends_the_round_that_is_played()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5), RequestStartCommand.Instance);
        var room = server.Queries.FindRoom("room")!.Id;

        await server.Rooms.DisbandRoomAsync(room, "", Stop);

        await server.Events.NextAsync<GameEnded>();
        await server.Events.NextAsync<RoomDisbanded>();
    }

    [Fact]
    public async Task A_member_kicked_from_its_room_reads_why_and_the_others_see_it_leave()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        var room = await TogetherAsync(server, a, b);

        Assert.True((await server.Rooms.KickFromRoomAsync(room, new UserId(100), "too slow", Stop)).IsSuccess);

        Assert.Equal(new MessageCommand(new ChatMessage(0, "too slow")), (await a.ReadToEndAsync())[0]);
        await b.SeesAsync(Frames.Left(100), Frames.NewHost(200), Frames.NowHost);
        Assert.Equal([new UserId(200)], server.Queries.FindRoom(room)!.Players);
        await using var again = await server.LoginAsync(100);
        Assert.Null(server.Queries.FindUser(new UserId(100))!.Room);
    }

    [Fact]
    public async Task Lock_cycle_host_and_chart_are_set_as_the_host_would()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        var room = await TogetherAsync(server, a, b);

        Assert.True((await server.Rooms.SetLockAsync(room, locked: true, Stop)).IsSuccess);
        Assert.True((await server.Rooms.SetCycleAsync(room, cycling: true, Stop)).IsSuccess);
        Assert.True((await server.Rooms.TransferHostAsync(room, new UserId(200), Stop)).IsSuccess);
        Assert.True((await server.Rooms.TransferHostAsync(room, new UserId(200), Stop)).IsSuccess);
        Assert.True((await server.Rooms.SetChartAsync(room, 5, Stop)).IsSuccess);

        await a.SeesAsync(
            new LockRoomMessage(true),
            new CycleRoomMessage(true),
            Frames.NewHost(200),
            Frames.NoLongerHost,
            new SelectChartMessage(0, "chart5", 5),
            Frames.Selecting5);
        await b.SeesAsync(
            new LockRoomMessage(true),
            new CycleRoomMessage(true),
            Frames.NewHost(200),
            Frames.NowHost,
            new SelectChartMessage(0, "chart5", 5),
            Frames.Selecting5);
    }

    [Fact]
    public async Task A_round_is_started_and_called_off()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        var room = await TogetherAsync(server, a, b);
        await server.Rooms.SetChartAsync(room, 5, Stop);

        Assert.True((await server.Rooms.StartGameAsync(room, Stop)).IsSuccess);
        Assert.Equal(RoomErrors.WrongPhase, (await server.Rooms.StartGameAsync(room, Stop)).Error!.Code);
        Assert.Equal(RoomErrors.WrongPhase, (await server.Rooms.SetChartAsync(room, 6, Stop)).Error!.Code);
        Assert.Equal(RoomErrors.WrongPhase, (await server.Rooms.TransferHostAsync(room, new UserId(200), Stop)).Error!.Code);
        Assert.True((await server.Rooms.CancelGameAsync(room, Stop)).IsSuccess);
        Assert.Equal(RoomErrors.WrongPhase, (await server.Rooms.CancelGameAsync(room, Stop)).Error!.Code);

        await b.SeesAsync(
            new SelectChartMessage(0, "chart5", 5),
            Frames.Selecting5,
            new GameStartMessage(0),
            Frames.WaitingForReady,
            new CancelGameMessage(0),
            Frames.Selecting5);
        Assert.Equal(RoomPhase.SelectChart, server.Queries.FindRoom(room)!.Phase);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var m = await server.LoginAsync(2);
        var room = (await server.Rooms.CreateRoomAsync(8, Stop)).Value;
        await m.DoAsync(new JoinRoomCommand(TestClient.Room(server.Queries.FindRoom(room)!.Name), Monitor: true));

        Assert.Equal(RoomErrors.NoChart, (await server.Rooms.StartGameAsync(room, Stop)).Error!.Code);
        Assert.Equal(PhiraApiErrors.NotFound, (await server.Rooms.SetChartAsync(room, 404, Stop)).Error!.Code);
        await server.Rooms.SetChartAsync(room, 5, Stop);
        Assert.Equal(RoomErrors.NoPlayers, (await server.Rooms.StartGameAsync(room, Stop)).Error!.Code);
        Assert.Equal(RoomErrors.NoSuchPlayer, (await server.Rooms.TransferHostAsync(room, new UserId(2), Stop)).Error!.Code);
        Assert.Equal(RoomErrors.NoSuchMember, (await server.Rooms.KickFromRoomAsync(room, new UserId(100), "", Stop)).Error!.Code);
        Assert.Equal(GameErrors.RoomNotFound, (await server.Rooms.DisbandRoomAsync(new RoomId(99), "", Stop)).Error!.Code);
        Assert.Equal(GameErrors.RoomNotFound, (await server.Rooms.SetChartAsync(new RoomId(99), 5, Stop)).Error!.Code);
        Assert.Equal(GameErrors.RoomNotFound, (await server.Rooms.CancelGameAsync(new RoomId(99), Stop)).Error!.Code);
    }

    private static async Task<RoomId> TogetherAsync(TestServer server, TestClient a, TestClient b)
    {
        await a.DoAsync(new CreateRoomCommand(Room));
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SettleAsync();
        await b.SettleAsync();
        return server.Queries.FindRoom("room")!.Id;
    }
}
