using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Frames;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>The official server's sequences, read from three real connections frame by frame.</summary>
public sealed class ReferenceSequencesOverTcp
{
    private static readonly RoomName Room = TestClient.Room("room");
    private static readonly WireResult Ok = WireResult.Success;

    [Fact]
    public async Task A_whole_evening()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await using var b = await server.LoginAsync(200);
        await using var m = await server.LoginAsync(2);

        await a.SendAsync(new CreateRoomCommand(Room));
        await a.SeesAsync(new CreateRoomMessage(100), new CreateRoomReply(Ok));

        await BJoinsTheRoomOfA(a, b);
        await m.SendAsync(new JoinRoomCommand(Room, Monitor: true));
        var monitorJoined = new OnJoinRoomCommand(Monitor(2));
        await a.SeesAsync(monitorJoined, new JoinRoomMessage(2, "user2"));
        await b.SeesAsync(monitorJoined, new JoinRoomMessage(2, "user2"));
        await m.SeesAsync(
            monitorJoined,
            new JoinRoomMessage(2, "user2"),
            Joined(RoomState.SelectChart(null), live: true, Player(100), Player(200), Monitor(2)));

        await a.SendAsync(new CycleRoomCommand(Cycle: true));
        await EverybodySees([a, b, m], new CycleRoomMessage(Cycle: true));
        await a.SeesAsync(new CycleRoomReply(Ok));

        await ASelectsAChart(a, b, m);
        await AStartsAndTheOthersGetReady(a, b, m);
        await TouchesAndJudgesReachTheMonitor(b, m);
        await AUploadsAndBAborts(a, b, m);

        await b.SendAsync(LeaveRoomCommand.Instance);
        await b.SeesAsync(Left(200), new LeaveRoomReply(Ok));
        await a.SeesAsync(Left(200), NewHost(100), NowHost);
        await m.SeesAsync(Left(200), NewHost(100));
    }

    [Fact]
    public async Task A_alone_and_calling_off()
    {
        await using var server = await TestServer.StartAsync();
        await using var a = await server.LoginAsync(100);
        await a.DoAsync(new CreateRoomCommand(Room), new SelectChartCommand(5));

        await a.SendAsync(RequestStartCommand.Instance);
        await a.SeesAsync(new GameStartMessage(100), WaitingForReady, StartPlaying, NowPlaying, new RequestStartReply(Ok));

        await a.SendAsync(AbortCommand.Instance);
        await a.SeesAsync(new AbortMessage(100), GameEnd, Selecting5, new AbortReply(Ok));

        await using var b = await server.LoginAsync(200);
        await b.DoAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SkipToAsync<OnJoinRoomCommand>();
        await a.SeesAsync(new JoinRoomMessage(200, "user200"));
        await a.DoAsync(RequestStartCommand.Instance);
        await b.SeesAsync(new GameStartMessage(100), WaitingForReady);

        await a.SendAsync(CancelReadyCommand.Instance);
        await a.SeesAsync(new CancelGameMessage(100), Selecting5, new CancelReadyReply(Ok));
        await b.SeesAsync(new CancelGameMessage(100), Selecting5);
    }

    private static async Task BJoinsTheRoomOfA(TestClient a, TestClient b)
    {
        await b.SendAsync(new JoinRoomCommand(Room, Monitor: false));
        await a.SeesAsync(JoinNoticeB, new JoinRoomMessage(200, "user200"));
        await b.SeesAsync(
            JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Joined(RoomState.SelectChart(null), live: false, Player(100), Player(200)));
    }

    private static async Task ASelectsAChart(TestClient a, TestClient b, TestClient m)
    {
        await a.SendAsync(new SelectChartCommand(5));
        await EverybodySees([a, b, m], new SelectChartMessage(100, "chart5", 5), Selecting5);
        await a.SeesAsync(new SelectChartReply(Ok));
    }

    private static async Task AStartsAndTheOthersGetReady(TestClient a, TestClient b, TestClient m)
    {
        await a.SendAsync(RequestStartCommand.Instance);
        await EverybodySees([a, b, m], new GameStartMessage(100), WaitingForReady);
        await a.SeesAsync(new RequestStartReply(Ok));

        await b.SendAsync(ReadyCommand.Instance);
        await EverybodySees([a, b, m], new ReadyMessage(200));
        await b.SeesAsync(new ReadyReply(Ok));

        await m.SendAsync(ReadyCommand.Instance);
        await EverybodySees([a, b, m], new ReadyMessage(2), StartPlaying, NowPlaying);
        await m.SeesAsync(new ReadyReply(Ok));
    }

    private static async Task TouchesAndJudgesReachTheMonitor(TestClient b, TestClient m)
    {
        WireList<TouchFrame> touches = [new TouchFrame(0.5f, [new TouchPoint(0, new CompactPos(0x3c00, 0xfe00))])];
        WireList<JudgeEvent> judges = [new JudgeEvent(0.5f, 1, 2, Judgement.Perfect)];
        await b.SendAsync(new TouchesCommand(touches));
        await b.SendAsync(new JudgesCommand(judges));
        await m.SeesAsync(new PlayerTouchesCommand(200, touches), new PlayerJudgesCommand(200, judges));
    }

    private static async Task AUploadsAndBAborts(TestClient a, TestClient b, TestClient m)
    {
        await a.SendAsync(new PlayedCommand(7_100));
        await EverybodySees([a, b, m], Played(100));
        await a.SeesAsync(new PlayedReply(Ok));

        await b.SendAsync(AbortCommand.Instance);
        await a.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), NoLongerHost, Selecting5);
        await b.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), NowHost, Selecting5, new AbortReply(Ok));
        await m.SeesAsync(new AbortMessage(200), GameEnd, NewHost(200), Selecting5);
    }

    private static async Task EverybodySees(TestClient[] clients, params object[] frames)
    {
        foreach (var client in clients)
        {
            await client.SeesAsync(frames);
        }
    }
}
