using System.Net;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using Phira.PluginService.Simulation.Client;
using static Phira.PluginService.GameServer.Tests.Rooms.Frames;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// Two players and a monitor with clients that keep the game's books: through whole rounds, with a reconnect in each phase, each of them must receive
/// the official server's frames, every one of them and no other, and none that the game would not survive.
/// </summary>
public sealed class OfficialServerReplacementTests
{
    private static readonly RoomName Room = RoomName.Create("room");
    private static readonly WireResult Success = WireResult.Success;

    // The server's own default: what the game needs to have registered for a reply.
    private static readonly PhiraClientOptions Game = new()
    {
        MinimumReplyDelay = TimeSpan.FromMilliseconds(5),
        ReplyTimeout = TestServer.Patience,
        PongTimeout = TestServer.Patience,
    };

    private static readonly EncodedList<TouchFrame> Touches =
        [new(0.5f, [new(0, CompactPos.FromSingle(0.25f, -0.5f)), new(1, CompactPos.FromSingle(0, 1))]), new(0.55f, [])];

    private static readonly EncodedList<JudgeEvent> Judges = [new(0.5f, 1, 2, Judgement.Perfect), new(0.6f, 1, 3, Judgement.HoldGood)];

    private readonly List<PhiraClient> _clients = [];
    private TestServer _server = null!;
    private PhiraClient _a = null!;
    private PhiraClient _b = null!;
    private PhiraClient _m = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whole_rounds_with_a_reconnect_in_each_phase_break_no_game()
    {
        await using var server = await TestServer.StartInRealTimeAsync();
        _server = server;
        _a = await LogInAsync(100);
        _b = await LogInAsync(200);
        _m = await LogInAsync(2);

        await GatherAsync();
        await SetUpAsync();
        await PlayWithMonitorAsync();
        await ReturnInSelectionAsync();
        await ReturnWhileGettingReadyAsync();
        await ReturnWhilePlayingAsync();
        await PartAsync();

        Assert.Empty(server.Queries.Rooms);
        foreach (var client in _clients)
        {
            Assert.Empty(client.Violations);
            Assert.Empty(client.TakeReceived());
            await client.DisposeAsync();
        }
    }

    private async Task GatherAsync()
    {
        Ok(await _a.CreateRoomAsync(Room, Stop));
        await SeesAsync(_a, new CreateRoomMessage(100), new CreateRoomReply(Success));

        Assert.True((await _b.JoinRoomAsync(Room, monitor: false, Stop)).IsSuccess);
        await SeesAsync(_a, JoinNoticeB, new JoinRoomMessage(200, "user200"));
        await SeesAsync(
            _b, JoinNoticeB, new JoinRoomMessage(200, "user200"), Joined(RoomState.SelectChart(null), live: false, Player(100), Player(200)));

        Assert.True((await _m.JoinRoomAsync(Room, monitor: true, Stop)).IsSuccess);
        await EverybodySeesAsync(new OnJoinRoomCommand(Monitor(2)), new JoinRoomMessage(2, "user2"));
        await SeesAsync(_m, Joined(RoomState.SelectChart(null), live: true, Player(100), Player(200), Monitor(2)));
    }

    private async Task SetUpAsync()
    {
        foreach (var locked in (bool[])[true, false])
        {
            Ok(await _a.LockRoomAsync(locked, Stop));
            await EverybodySeesAsync(new LockRoomMessage(locked));
            await SeesAsync(_a, new LockRoomReply(Success));
        }

        Ok(await _a.CycleRoomAsync(true, Stop));
        await EverybodySeesAsync(new CycleRoomMessage(Cycle: true));
        await SeesAsync(_a, new CycleRoomReply(Success));

        Ok(await _a.SelectChartAsync(5, Stop));
        await EverybodySeesAsync(new SelectChartMessage(100, "chart5", 5), Selecting5);
        await SeesAsync(_a, new SelectChartReply(Success));
    }

    /// <summary>A round of A as host: A uploads, B aborts, M watches. After it B is host.</summary>
    private async Task PlayWithMonitorAsync()
    {
        await StartAsync(_a, 100);
        await GetReadyAsync(_b, 200);
        Ok(await _b.CancelReadyAsync(Stop));
        await EverybodySeesAsync(new CancelReadyMessage(200));
        await SeesAsync(_b, new CancelReadyReply(Success));
        await GetReadyAsync(_m, 2);
        await GetReadyAsync(_b, 200, StartPlaying, NowPlaying);

        await _a.SendTouchesAsync(Touches, Stop);
        await _a.SendJudgesAsync(Judges, Stop);
        await SeesAsync(_m, new PlayerTouchesCommand(100, Touches), new PlayerJudgesCommand(100, Judges));
        await _b.SendTouchesAsync(Touches, Stop);
        await SeesAsync(_m, new PlayerTouchesCommand(200, Touches));

        Ok(await _a.PlayedAsync(1_100, Stop));
        await EverybodySeesAsync(Played(100));
        await SeesAsync(_a, new PlayedReply(Success));

        Ok(await _b.AbortAsync(Stop));
        await SeesAsync(_a, new AbortMessage(200), GameEnd, NewHost(200), NoLongerHost, Selecting5);
        await SeesAsync(_b, new AbortMessage(200), GameEnd, NewHost(200), NowHost, Selecting5, new AbortReply(Success));
        await SeesAsync(_m, new AbortMessage(200), GameEnd, NewHost(200), Selecting5);
    }

    private async Task ReturnInSelectionAsync()
    {
        _a = await ReturnAsync(_a, Player(100), isHost: false);
        _b = await ReturnAsync(_b, Player(200), isHost: true);
        _m = await ReturnAsync(_m, Monitor(2), isHost: false);
    }

    /// <summary>B asks to start; everybody loses the connection and comes back, A having been ready before; then B calls it off.</summary>
    private async Task ReturnWhileGettingReadyAsync()
    {
        await StartAsync(_b, 200);
        await GetReadyAsync(_a, 100);
        _a = await ReturnAsync(_a, Player(100), isHost: false, WaitingForReady);
        await SeesAsync(_b, new CancelReadyMessage(100));
        await SeesAsync(_m, new CancelReadyMessage(100));
        await GetReadyAsync(_a, 100);
        _b = await ReturnAsync(_b, Player(200), isHost: true, WaitingForReady);
        _m = await ReturnAsync(_m, Monitor(2), isHost: false, WaitingForReady);

        Ok(await _b.CancelReadyAsync(Stop));
        await EverybodySeesAsync(new CancelGameMessage(200), Selecting5);
        await SeesAsync(_b, new CancelReadyReply(Success));
    }

    /// <summary>A round of B as host: everybody loses the connection and comes back; both players upload.</summary>
    private async Task ReturnWhilePlayingAsync()
    {
        await StartAsync(_b, 200);
        await GetReadyAsync(_a, 100);
        await GetReadyAsync(_m, 2, StartPlaying, NowPlaying);
        _a = await ReturnAsync(_a, Player(100), isHost: false, NowPlaying);
        _m = await ReturnAsync(_m, Monitor(2), isHost: false, NowPlaying);
        Ok(await _a.PlayedAsync(2_100, Stop));
        await EverybodySeesAsync(Played(100));
        await SeesAsync(_a, new PlayedReply(Success));

        _b = await ReturnAsync(_b, Player(200), isHost: true, NowPlaying);
        Ok(await _b.PlayedAsync(2_200, Stop));
        await SeesAsync(_a, Played(200), GameEnd, NewHost(100), NowHost, Selecting5);
        await SeesAsync(_b, Played(200), GameEnd, NewHost(100), NoLongerHost, Selecting5, new PlayedReply(Success));
        await SeesAsync(_m, Played(200), GameEnd, NewHost(100), Selecting5);
    }

    private async Task PartAsync()
    {
        Ok(await _m.LeaveRoomAsync(Stop));
        await EverybodySeesAsync(Left(2));
        await SeesAsync(_m, new LeaveRoomReply(Success));
        Ok(await _a.LeaveRoomAsync(Stop));
        await SeesAsync(_a, Left(100), new LeaveRoomReply(Success));
        await SeesAsync(_b, Left(100), NewHost(200), NowHost);
        Ok(await _b.LeaveRoomAsync(Stop));
        await SeesAsync(_b, Left(200), new LeaveRoomReply(Success));
    }

    private async Task StartAsync(PhiraClient host, int user)
    {
        Ok(await host.RequestStartAsync(Stop));
        await EverybodySeesAsync(new GameStartMessage(user), WaitingForReady);
        await SeesAsync(host, new RequestStartReply(Success));
    }

    private async Task GetReadyAsync(PhiraClient client, int user, params object[] consequences)
    {
        Ok(await client.ReadyAsync(Stop));
        await EverybodySeesAsync([new ReadyMessage(user), .. consequences]);
        await SeesAsync(client, new ReadyReply(Success));
    }

    private async Task<PhiraClient> LogInAsync(int user)
    {
        var client = await ConnectAsync(user);
        await SeesAsync(client, LoginReply(Player(user), room: null));
        return client;
    }

    /// <summary>Loses the connection and logs in again: shown are the chart first and then the true state.</summary>
    private async Task<PhiraClient> ReturnAsync(PhiraClient previous, UserInfo user, bool isHost, params ServerCommand[] states)
    {
        Assert.Empty(previous.TakeReceived());
        previous.Drop();
        await previous.Closed.WaitAsync(TestServer.Patience, Stop);
        var client = await ConnectAsync(user.Id);
        var room = new ClientRoomState(
            Room,
            RoomState.SelectChart(5),
            Live: true,
            Locked: false,
            Cycle: true,
            isHost,
            IsReady: false,
            [Player(100), Player(200), Monitor(2)]);
        await SeesAsync(client, [LoginReply(user, room), .. states]);
        return client;
    }

    private async Task<PhiraClient> ConnectAsync(int user)
    {
        var client = await PhiraClient.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server.Port), Game, Stop);
        _clients.Add(client);
        Assert.True((await client.AuthenticateAsync($"t{user}", Stop)).IsSuccess);
        return client;
    }

    private static AuthenticateReply LoginReply(UserInfo user, ClientRoomState? room) =>
        new(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(user, room)));

    private async Task EverybodySeesAsync(params object[] frames)
    {
        await SeesAsync(_a, frames);
        await SeesAsync(_b, frames);
        await SeesAsync(_m, frames);
    }

    /// <summary>The next frames of a client must be these; messages stand for the frames that carry them.</summary>
    private static async Task SeesAsync(PhiraClient client, params object[] frames)
    {
        foreach (var frame in frames)
        {
            Assert.Equal(frame is Message message ? new MessageCommand(message) : frame, await client.WaitForAsync(_ => true, Stop));
        }
    }

    private static void Ok(WireResult result) => Assert.True(result.IsSuccess, result.Error);
}
