using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Frames;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// The sequences of the official server, each on real connections, frame by frame for everybody in the room: A is host, B the second player, M
/// watches. After each of them nothing more may come to anybody.
/// </summary>
public sealed class ReferenceSequenceOverTcpTests : IAsyncLifetime
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly WireResult Ok = WireResult.Success;

    private TestServer _server = null!;
    private TestClient _a = null!;
    private TestClient _b = null!;
    private TestClient _m = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _a = await _server.LoginAsync(100);
        _b = await _server.LoginAsync(200);
        _m = await _server.LoginAsync(2);
    }

    public async ValueTask DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _m.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task B_joins_the_room_of_A()
    {
        await _a.SendAsync(new CreateRoomCommand(Room));
        await _a.SeesAsync(new CreateRoomMessage(100), new CreateRoomReply(Ok));

        await _b.SendAsync(new JoinRoomCommand(Room, Monitor: false));

        await _a.SeesAsync(JoinNoticeB, new JoinRoomMessage(200, "user200"));
        await _b.SeesAsync(
            JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Joined(RoomState.SelectChart(null), live: false, Player(100), Player(200)));
        await NobodySeesMore();
    }

    [Fact]
    public async Task M_joins_to_watch()
    {
        await EnterAsync(withMonitor: false);

        await _m.SendAsync(new JoinRoomCommand(Room, Monitor: true));

        await EverybodySees(new OnJoinRoomCommand(Monitor(2)), new JoinRoomMessage(2, "user2"));
        await _m.SeesAsync(Joined(RoomState.SelectChart(null), live: true, Player(100), Player(200), Monitor(2)));
        await NobodySeesMore();
    }

    [Fact]
    public async Task A_selects_a_chart()
    {
        await EnterAsync();

        await _a.SendAsync(new SelectChartCommand(5));

        await EverybodySees(new SelectChartMessage(100, "chart5", 5), Selecting5);
        await _a.SeesAsync(new SelectChartReply(Ok));
        await NobodySeesMore();
    }

    [Fact]
    public async Task A_starts_and_B_and_M_get_ready()
    {
        await EnterAsync();
        await SelectChartAsync();

        await _a.SendAsync(RequestStartCommand.Instance);
        await EverybodySees(new GameStartMessage(100), WaitingForReady);
        await _a.SeesAsync(new RequestStartReply(Ok));

        await _b.SendAsync(ReadyCommand.Instance);
        await EverybodySees(new ReadyMessage(200));
        await _b.SeesAsync(new ReadyReply(Ok));

        await _m.SendAsync(ReadyCommand.Instance);
        await EverybodySees(new ReadyMessage(2), StartPlaying, NowPlaying);
        await _m.SeesAsync(new ReadyReply(Ok));
        await NobodySeesMore();
    }

    [Fact]
    public async Task A_uploads_and_B_aborts_in_cycle_mode()
    {
        await EnterAsync();
        await _a.SendAsync(new CycleRoomCommand(Cycle: true));
        await EverybodySees(new CycleRoomMessage(Cycle: true));
        await _a.SeesAsync(new CycleRoomReply(Ok));
        await PlayAsync();

        await _a.SendAsync(new PlayedCommand(7_100));
        await EverybodySees(Played(100));
        await _a.SeesAsync(new PlayedReply(Ok));

        await _b.SendAsync(AbortCommand.Instance);
        await _a.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), NoLongerHost, Selecting5);
        await _b.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), NowHost, Selecting5, new AbortReply(Ok));
        await _m.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), Selecting5);
        await NobodySeesMore();
    }

    [Fact]
    public async Task Host_B_leaves_and_A_stays()
    {
        await EnterAsync();
        await _server.Rooms.TransferHostAsync(_server.Queries.FindRoom("room")!.Id, new Core.Ids.UserId(200), TestContext.Current.CancellationToken);
        await _a.SeesAsync(NewHost(200), NoLongerHost);
        await _b.SeesAsync(NewHost(200), NowHost);
        await _m.SeesAsync(NewHost(200));

        await _b.SendAsync(LeaveRoomCommand.Instance);

        await _b.SeesAsync(Left(200), new LeaveRoomReply(Ok));
        await _a.SeesAsync(Left(200), NewHost(100), NowHost);
        await _m.SeesAsync(Left(200), NewHost(100));
        await NobodySeesMore();
    }

    [Fact]
    public async Task A_starts_alone()
    {
        await _a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));

        await _a.SendAsync(RequestStartCommand.Instance);

        await _a.SeesAsync(new GameStartMessage(100), WaitingForReady, StartPlaying, NowPlaying, new RequestStartReply(Ok));
        await _a.SendAsync(AbortCommand.Instance);
        await _a.SeesAsync(new AbortMessage(100), GameEnd, Selecting5, new AbortReply(Ok));
        await NobodySeesMore();
    }

    [Fact]
    public async Task The_host_calls_the_start_off()
    {
        await EnterAsync();
        await SelectChartAsync();
        await _a.SendAsync(RequestStartCommand.Instance);
        await EverybodySees(new GameStartMessage(100), WaitingForReady);
        await _a.SeesAsync(new RequestStartReply(Ok));

        await _a.SendAsync(CancelReadyCommand.Instance);

        await EverybodySees(new CancelGameMessage(100), Selecting5);
        await _a.SeesAsync(new CancelReadyReply(Ok));
        await NobodySeesMore();
    }

    [Fact]
    public async Task What_B_plays_reaches_the_monitor_whole_and_in_order()
    {
        await EnterAsync();
        await PlayAsync();
        const int Packets = 100;
        var stream = Enumerable.Range(0, Packets).Select(number => number % 2 == 0 ? (ClientCommand)TouchesOf(number) : JudgesOf(number)).ToList();

        // In one write, so that some packets lie in two pieces of the buffer, which is used again while the room still works on the first ones.
        await _b.SendRawAsync([.. stream.SelectMany(command => ClientCommandEncoder.TryEncode(command)!)]);

        for (var number = 0; number < Packets; number++)
        {
            await _m.SeesAsync(number % 2 == 0
                ? new PlayerTouchesCommand(200, TouchesOf(number).Frames)
                : new PlayerJudgesCommand(200, JudgesOf(number).Judges));
        }

        await NobodySeesMore();
    }

    private static TouchesCommand TouchesOf(int number) => new(Enumerable.Range(0, 1 + number)
        .Select(index => new TouchFrame(number + (index / 128f), [new TouchPoint((sbyte)(index % 2), new CompactPos((ushort)number, (ushort)index))]))
        .ToEncodedList());

    private static JudgesCommand JudgesOf(int number) => new(Enumerable.Range(0, number)
        .Select(index => new JudgeEvent(number, (uint)index, (uint)number, Judgement.HoldGood))
        .ToEncodedList());

    /// <summary>A's room, which B and mostly also M have joined; all of it has been read.</summary>
    private async Task EnterAsync(bool withMonitor = true)
    {
        await _a.DoAsync(new CreateRoomCommand(Room));
        await _b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await _a.SeesAsync(JoinNoticeB, new JoinRoomMessage(200, "user200"));
        if (withMonitor)
        {
            await _m.DoAsync(new JoinRoomCommand(Room, Monitor: true));
            foreach (var player in (TestClient[])[_a, _b])
            {
                await player.SeesAsync(new OnJoinRoomCommand(Monitor(2)), new JoinRoomMessage(2, "user2"));
            }
        }
    }

    private async Task SelectChartAsync()
    {
        await _a.SendAsync(new SelectChartCommand(5));
        await EverybodySees(new SelectChartMessage(100, "chart5", 5), Selecting5);
        await _a.SeesAsync(new SelectChartReply(Ok));
    }

    /// <summary>A round with everybody has begun, and all of it has been read.</summary>
    private async Task PlayAsync()
    {
        await SelectChartAsync();
        await _a.DoAsync(RequestStartCommand.Instance);
        await _b.DoAsync(ReadyCommand.Instance);
        await _m.DoAsync(ReadyCommand.Instance);
        await _a.SeesAsync(new ReadyMessage(200), new ReadyMessage(2), StartPlaying, NowPlaying);
        await _b.SeesAsync(new ReadyMessage(2), StartPlaying, NowPlaying);
    }

    private async Task EverybodySees(params object[] frames)
    {
        await _a.SeesAsync(frames);
        await _b.SeesAsync(frames);
        await _m.SeesAsync(frames);
    }

    /// <summary>Whatever the others caused was queued before the acting client had its reply, so a Pong can only come behind it.</summary>
    private async Task NobodySeesMore()
    {
        foreach (var client in (TestClient[])[_a, _b, _m])
        {
            await client.SendAsync(PingCommand.Instance);
            await client.SeesAsync(PongCommand.Instance);
        }
    }
}
