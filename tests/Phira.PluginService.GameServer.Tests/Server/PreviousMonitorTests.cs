using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Tests.Rooms;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>A monitor of one room is a player like any other in the next room.</summary>
public sealed class PreviousMonitorTests
{
    private static readonly RoomName Watched = TestClient.Room("watched");
    private static readonly RoomName Own = TestClient.Room("own");

    [Fact]
    public async Task A_room_opened_by_somebody_who_has_watched_another_ends_and_its_name_is_free_again()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var m = await WatchAndLeaveAsync(server, a);
        await m.DoAsync(new CreateRoomCommand(Own));

        Assert.Equal([Cast.M], server.Queries.FindRoom("own")!.Players);
        await m.DoAsync(LeaveRoomCommand.Instance);

        Assert.Null(server.Queries.FindRoom("own"));
        await m.DoAsync(new CreateRoomCommand(Own));
    }

    [Fact]
    public async Task Their_room_passes_to_another_player_when_they_leave()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await using var m = await WatchAndLeaveAsync(server, a);
        await m.DoAsync(new CreateRoomCommand(Own));
        await b.DoAsync(new JoinRoomCommand(Own, Monitor: false));

        await m.DoAsync(LeaveRoomCommand.Instance);

        await b.SeesAsync(Frames.Left(2), Frames.NewHost(200), Frames.NowHost);
        Assert.Equal(new UserId(200), server.Queries.FindRoom("own")!.Host);
    }

    [Fact]
    public async Task A_login_after_watching_does_not_say_monitor_any_more()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var m = await WatchAndLeaveAsync(server, a);

        await using var again = await server.ConnectAsync();
        var reply = Assert.IsType<AuthenticateReply>(await again.LoginAsync("t2"));

        Assert.Equal(new AuthenticatedUser(Frames.Player(2), Room: null), reply.Result.Value);
    }

    private static async Task<TestClient> WatchAndLeaveAsync(TestServer server, TestClient host)
    {
        var monitor = await server.LoginAsync(2);
        await host.DoAsync(new CreateRoomCommand(Watched));
        await monitor.DoAsync(new JoinRoomCommand(Watched, Monitor: true), LeaveRoomCommand.Instance);
        return monitor;
    }
}
