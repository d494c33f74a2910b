using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Rooms.RoomCommand;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using static Phira.PluginService.GameServer.Tests.Rooms.Frames;
using Abort = Phira.PluginService.GameServer.Rooms.RoomCommand.Abort;
using Played = Phira.PluginService.GameServer.Rooms.RoomCommand.Played;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The frames that each client of the official server was seen to get, one by one.</summary>
public sealed class ReferenceSequenceTests
{
    [Fact]
    public void B_joins_the_room_of_A()
    {
        var room = Scenario.With().Join(B);

        room.Sees(A, JoinNoticeB, new JoinRoomMessage(200, "user200"));
        room.Sees(
            B,
            JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Joined(RoomState.SelectChart(null), live: false, Player(100), Player(200)));
    }

    [Fact]
    public void A_selects_a_chart()
    {
        var room = Scenario.With(B, M).Do(A, new SelectChart(A, Chart5));

        room.Sees(B, new SelectChartMessage(100, "Fifth", 5), Selecting5);
        room.Sees(M, new SelectChartMessage(100, "Fifth", 5), Selecting5);
        room.Sees(A, new SelectChartMessage(100, "Fifth", 5), Selecting5, new SelectChartReply(WireResult.Success));
    }

    [Fact]
    public void A_starts_and_B_and_M_get_ready()
    {
        var room = Scenario.With(B, M).Do(A, new SelectChart(A, Chart5)).Forget();

        room.Do(A, new RequestStart(A));
        room.Sees(A, new GameStartMessage(100), WaitingForReady, new RequestStartReply(WireResult.Success));
        room.Sees(B, new GameStartMessage(100), WaitingForReady);
        room.Sees(M, new GameStartMessage(100), WaitingForReady);

        room.Forget().Do(B, new Ready(B));
        room.Sees(A, new ReadyMessage(200));
        room.Sees(B, new ReadyMessage(200), new ReadyReply(WireResult.Success));
        room.Sees(M, new ReadyMessage(200));

        room.Forget().Do(M, new Ready(M));
        room.Sees(A, new ReadyMessage(2), StartPlaying, NowPlaying);
        room.Sees(B, new ReadyMessage(2), StartPlaying, NowPlaying);
        room.Sees(M, new ReadyMessage(2), StartPlaying, NowPlaying, new ReadyReply(WireResult.Success));
    }

    [Fact]
    public void A_uploads_and_B_aborts_in_a_cycling_room()
    {
        var room = Scenario.Playing(B, M).Cycling();

        room.Do(A, new Played(A, RecordOf(A)));
        room.Sees(A, Frames.Played(100), new PlayedReply(WireResult.Success));
        room.Sees(B, Frames.Played(100));
        room.Sees(M, Frames.Played(100));

        room.Forget().Do(B, new Abort(B));
        room.Sees(A, new AbortMessage(200), GameEnd, NewHost(200), NoLongerHost, Selecting5);
        room.Sees(B, new AbortMessage(200), GameEnd, NewHost(200), NowHost, Selecting5, new AbortReply(WireResult.Success));
        room.Sees(M, new AbortMessage(200), GameEnd, NewHost(200), Selecting5);
    }

    [Fact]
    public void The_host_leaves_and_the_other_stays()
    {
        var room = Scenario.With(B).Do(A, new Leave(A));

        room.Sees(A, Left(100), new LeaveRoomReply(WireResult.Success));
        room.Sees(B, Left(100), NewHost(200), NowHost);
    }

    [Fact]
    public void A_starts_alone()
    {
        var room = Scenario.With().Do(A, new SelectChart(A, Chart5)).Forget().Do(A, new RequestStart(A));

        room.Sees(
            A, new GameStartMessage(100), WaitingForReady, StartPlaying, NowPlaying, new RequestStartReply(WireResult.Success));
    }

    [Fact]
    public void The_host_calls_the_round_off()
    {
        var room = Scenario.With(B).Waiting().Do(A, new CancelReady(A));

        room.Sees(A, new CancelGameMessage(100), Selecting5, new CancelReadyReply(WireResult.Success));
        room.Sees(B, new CancelGameMessage(100), Selecting5);
    }
}
