using System.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// Two players and a monitor with clients that keep the game's books: through whole rounds, with a reconnect in each phase, no frame may come that
/// the game would not survive.
/// </summary>
public sealed class ReplacingTheOfficialServer
{
    private static readonly RoomName Room = RoomName.Create("room");

    private static readonly EncodedList<TouchFrame> Touches =
        [new(0.5f, [new(0, CompactPos.FromSingle(0.25f, -0.5f)), new(1, CompactPos.FromSingle(0, 1))]), new(0.55f, [])];

    private static readonly EncodedList<JudgeEvent> Judges = [new(0.5f, 1, 2, Judgement.Perfect), new(0.6f, 1, 3, Judgement.HoldGood)];

    private readonly List<PhiraClient> _clients = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_rounds_with_a_reconnect_in_each_phase_break_no_game()
    {
        await using var server = await TestServer.StartAsync();
        var a = await EnterAsync(server, 100);
        var b = await EnterAsync(server, 200);
        var m = await EnterAsync(server, 2);
        Ok(await a.CreateRoomAsync(Room, Stop));
        Assert.True((await b.JoinRoomAsync(Room, monitor: false, Stop)).IsSuccess);
        Assert.True((await m.JoinRoomAsync(Room, monitor: true, Stop)).IsSuccess);
        Ok(await a.LockRoomAsync(true, Stop));
        Ok(await a.LockRoomAsync(false, Stop));
        Ok(await a.CycleRoomAsync(true, Stop));
        Ok(await a.SelectChartAsync(5, Stop));

        await PlayWithMonitorAsync(a, b, m);
        a = await ReturnInSelectionAsync(server, a);
        a = await ReturnWhileGettingReadyAsync(server, a, b, m);
        (a, b) = await ReturnWhilePlayingAsync(server, a, b, m);

        Ok(await m.LeaveRoomAsync(Stop));
        Ok(await a.LeaveRoomAsync(Stop));
        Ok(await b.LeaveRoomAsync(Stop));
        foreach (var client in _clients)
        {
            Assert.Empty(client.Violations);
            await client.DisposeAsync();
        }

        Assert.Empty(server.Queries.Rooms);
    }

    /// <summary>A round of A as host: A uploads, B aborts, M watches. After it B is host.</summary>
    private static async Task PlayWithMonitorAsync(PhiraClient a, PhiraClient b, PhiraClient m)
    {
        Ok(await a.RequestStartAsync(Stop));
        await InAsync(RoomStateKind.WaitingForReady, b, m);
        Ok(await b.ReadyAsync(Stop));
        Ok(await b.CancelReadyAsync(Stop));
        Ok(await m.ReadyAsync(Stop));
        Ok(await b.ReadyAsync(Stop));
        await InAsync(RoomStateKind.Playing, a, b, m);

        await a.SendTouchesAsync(Touches, Stop);
        await a.SendJudgesAsync(Judges, Stop);
        Assert.Equal(Touches, (await m.WaitForAsync<PlayerTouchesCommand>(frame => frame.Player == 100, Stop)).Frames);
        Assert.Equal(Judges, (await m.WaitForAsync<PlayerJudgesCommand>(frame => frame.Player == 100, Stop)).Judges);

        // Only now: the frames of different players reach a monitor in any order.
        await b.SendTouchesAsync(Touches, Stop);
        await m.WaitForAsync<PlayerTouchesCommand>(frame => frame.Player == 200, Stop);

        Ok(await a.PlayedAsync(1_100, Stop));
        Ok(await b.AbortAsync(Stop));
        await m.WaitForMessageAsync<GameEndMessage>(cancellationToken: Stop);
        await InAsync(RoomStateKind.SelectChart, a, b, m);
        Assert.False(a.Room!.IsHost);
        Assert.True(b.Room!.IsHost);
    }

    private async Task<PhiraClient> ReturnInSelectionAsync(TestServer server, PhiraClient a)
    {
        a = await ReturnAsync(server, a, 100);
        Assert.Equal(5, a.Room!.Chart);
        Assert.True(a.Room.Cycle);
        return a;
    }

    /// <summary>B asks to start; A loses its connection, comes back, gets ready and all cancel.</summary>
    private async Task<PhiraClient> ReturnWhileGettingReadyAsync(TestServer server, PhiraClient a, PhiraClient b, PhiraClient m)
    {
        Ok(await b.RequestStartAsync(Stop));
        await InAsync(RoomStateKind.WaitingForReady, a, m);
        Ok(await a.ReadyAsync(Stop));
        a = await ReturnAsync(server, a, 100);
        await InAsync(RoomStateKind.WaitingForReady, a);
        Ok(await a.ReadyAsync(Stop));
        Ok(await b.CancelReadyAsync(Stop));
        await InAsync(RoomStateKind.SelectChart, a, b, m);
        return a;
    }

    /// <summary>A round of B as host: both players lose their connections and come back, host and guest; both upload.</summary>
    private async Task<(PhiraClient A, PhiraClient B)> ReturnWhilePlayingAsync(TestServer server, PhiraClient a, PhiraClient b, PhiraClient m)
    {
        Ok(await b.RequestStartAsync(Stop));
        await InAsync(RoomStateKind.WaitingForReady, a, m);
        Ok(await a.ReadyAsync(Stop));
        Ok(await m.ReadyAsync(Stop));
        await InAsync(RoomStateKind.Playing, a, b, m);
        a = await ReturnAsync(server, a, 100);
        await InAsync(RoomStateKind.Playing, a);
        Ok(await a.PlayedAsync(2_100, Stop));
        b = await ReturnAsync(server, b, 200);
        await InAsync(RoomStateKind.Playing, b);
        Ok(await b.PlayedAsync(2_200, Stop));
        await InAsync(RoomStateKind.SelectChart, a, b, m);
        Assert.True(a.Room!.IsHost);
        Assert.False(b.Room!.IsHost);
        return (a, b);
    }

    private async Task<PhiraClient> EnterAsync(TestServer server, int user)
    {
        var client = await PhiraClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), options: null, Stop);
        _clients.Add(client);
        Assert.True((await client.AuthenticateAsync($"t{user}", Stop)).IsSuccess);
        return client;
    }

    private async Task<PhiraClient> ReturnAsync(TestServer server, PhiraClient former, int user)
    {
        former.Drop();
        await former.Closed.WaitAsync(TestServer.Patience, Stop);
        var client = await EnterAsync(server, user);
        Assert.NotNull(client.Room);
        return client;
    }

    private static async Task InAsync(RoomStateKind state, params PhiraClient[] clients)
    {
        foreach (var client in clients)
        {
            await client.WaitForRoomAsync(room => room?.State.Kind == state, Stop);
        }
    }

    private static void Ok(WireResult result) => Assert.True(result.IsSuccess, result.Error);
}
