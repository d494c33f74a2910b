using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using RoomState = Phira.PluginService.Protocol.Data.RoomState;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class ReconnectionRulesTests
{
    [Fact]
    public void During_chart_selection_the_reply_says_all_and_nothing_follows()
    {
        var room = Scenario.With(B, M).Do(A, new RoomCommand.SelectChart(A, Chart5)).Cycling();

        ComeBack(room, B);

        room.Sees(B, LoginReply(200, monitor: false, Reply(isHost: false)));
        room.Sees(A);
    }

    [Fact]
    public void The_host_is_still_host()
    {
        var room = Scenario.With(B, M).Do(A, new RoomCommand.SelectChart(A, Chart5)).Cycling();

        ComeBack(room, A);

        room.Sees(A, LoginReply(100, monitor: false, Reply(isHost: true)));
    }

    [Fact]
    public void A_monitor_comes_back_as_one()
    {
        var room = Scenario.With(B, M).Do(A, new RoomCommand.SelectChart(A, Chart5)).Cycling();

        ComeBack(room, M);

        room.Sees(M, LoginReply(2, monitor: true, Reply(isHost: false)));
    }

    [Fact]
    public void While_others_get_ready_the_chart_is_shown_before_the_true_state()
    {
        var room = Scenario.With(B, M).Cycling().Waiting();

        ComeBack(room, B);

        room.Sees(B, LoginReply(200, monitor: false, Reply(isHost: false)), Frames.WaitingForReady);
    }

    [Fact]
    public void Who_was_ready_no_longer_is_because_the_game_believes_so()
    {
        var room = Scenario.With(B, M).Cycling().Waiting().Do(B, new RoomCommand.Ready(B)).Forget();

        ComeBack(room, B);

        room.Sees(A, new CancelReadyMessage(200));
        room.Sees(B, LoginReply(200, monitor: false, Reply(isHost: false)), Frames.WaitingForReady);
        room.Forget().Do(M, new RoomCommand.Ready(M));
        Assert.IsType<RoomRound.Waiting>(room.State.Round);
        room.Do(B, new RoomCommand.Ready(B));
        Assert.IsType<RoomRound.Playing>(room.State.Round);
    }

    [Fact]
    public void The_host_stays_ready_because_its_game_believes_so()
    {
        var room = Scenario.With(B, M).Cycling().Waiting();

        ComeBack(room, A);
        room.Do(B, new RoomCommand.Ready(B)).Do(M, new RoomCommand.Ready(M));

        Assert.IsType<RoomRound.Playing>(room.State.Round);
    }

    [Fact]
    public void A_host_who_is_not_ready_learns_of_its_role_after_the_state_that_would_make_its_game_believe_so()
    {
        var room = Scenario.With(B, M).Cycling().Waiting().Do(A, new RoomCommand.Leave(A)).Forget();

        ComeBack(room, B);

        room.Sees(
            B,
            LoginReply(200, monitor: false, Reply(isHost: false) with { Users = [Frames.Player(200), Frames.Monitor(2)] }),
            Frames.WaitingForReady,
            Frames.NowHost);
        room.Forget().Do(M, new RoomCommand.Ready(M)).Do(B, new RoomCommand.Ready(B));
        Assert.IsType<RoomRound.Playing>(room.State.Round);
    }

    [Fact]
    public void During_a_round_the_chart_is_shown_before_the_true_state_and_the_result_still_counts()
    {
        var room = Scenario.Playing(B, M).Cycling();

        ComeBack(room, B);

        room.Sees(B, LoginReply(200, monitor: false, Reply(isHost: false)), Frames.NowPlaying);
        Assert.Null(room.Do(B, new RoomCommand.Played(B, RecordOf(B))).Refusal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_has_finished_the_round_is_shown_the_chart_alone_because_the_game_would_play_it_again(bool hasResult)
    {
        var room = Scenario.Playing(B, M).Cycling();
        room.Do(B, hasResult ? new RoomCommand.Played(B, RecordOf(B)) : new RoomCommand.Abort(B)).Forget();

        ComeBack(room, B);

        room.Sees(B, LoginReply(200, monitor: false, Reply(isHost: false)));
    }

    [Fact]
    public void Nothing_is_pushed_while_the_connection_is_lost()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.Detach(B, ConnectionOf(B))).Do(A, new RoomCommand.Chat(A, "anybody?"));

        room.Sees(B);
        room.Sees(A, new ChatMessage(100, "anybody?"), new ChatReply(WireResult.Success));
        Assert.Equal([A, B], room.State.ToSnapshot().Players);
    }

    [Fact]
    public void The_loss_of_an_older_connection_does_not_touch_the_new_one()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.Detach(B, Connection(9_999))).Do(A, new RoomCommand.Chat(A, "hi"));

        room.Sees(B, new ChatMessage(100, "hi"));
    }

    [Fact]
    public void Somebody_who_is_no_longer_in_the_room_comes_back_without_it() =>
        Scenario.With().Do(B, new RoomCommand.Resume(B, ConnectionOf(B), [])).IsRefused(GameTexts.NoRoom);

    private static void ComeBack(Scenario room, Core.Ids.UserId user) =>
        room.Do(null, new RoomCommand.Detach(user, ConnectionOf(user))).Do(user, new RoomCommand.Resume(user, ConnectionOf(user), []));

    /// <summary>A cycling room with A, B and the monitor, and chart 5.</summary>
    private static ClientRoomState Reply(bool isHost) => new(
        RoomName.Create("room"),
        RoomState.SelectChart(5),
        Live: true,
        Locked: false,
        Cycle: true,
        isHost,
        IsReady: false,
        [Frames.Player(100), Frames.Player(200), Frames.Monitor(2)]);

    private static AuthenticateReply LoginReply(int user, bool monitor, ClientRoomState room) =>
        new(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(new UserInfo(user, $"user{user}", monitor), room)));
}
