using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class RoundRulesTests
{
    [Fact]
    public void The_round_ends_when_every_player_has_a_result_whatever_monitors_do()
    {
        var room = Scenario.Playing(B, M).Do(A, new RoomCommand.Played(A, RecordOf(A))).Do(B, new RoomCommand.Played(B, RecordOf(B)));

        room.Sees(M, Frames.Played(100), Frames.Played(200), Frames.GameEnd, Frames.Selecting5);
        var ended = Assert.Single(room.Events.OfType<GameEnded>());
        Assert.Equal([A, B], ended.Records.Select(record => record.Player));
        Assert.Empty(ended.Aborted);
    }

    [Fact]
    public void Somebody_elses_record_is_refused_before_anything_is_said() =>
        Scenario.Playing(B).Do(A, new RoomCommand.Played(A, RecordOf(B))).IsRefused(GameTexts.InvalidRecord);

    [Fact]
    public void A_record_of_another_chart_is_refused() =>
        Scenario.Playing(B).Do(A, new RoomCommand.Played(A, RecordOf(A, chart: 6))).IsRefused(GameTexts.InvalidRecord);

    [Fact]
    public void A_record_of_the_rooms_chart_counts()
    {
        var room = Scenario.Playing(B).Do(A, new RoomCommand.Played(A, RecordOf(A, chart: 5)));

        Assert.Null(room.Refusal);
        Assert.Equal(5, Assert.IsType<PlayerFinished>(Assert.Single(room.Events)).Record.Chart);
    }

    [Fact]
    public void A_second_result_is_refused_and_the_first_one_kept()
    {
        var room = Scenario.Playing(B).Do(A, new RoomCommand.Played(A, RecordOf(A))).Forget();

        room.Do(A, new RoomCommand.Played(A, RecordOf(A) with { Score = 1 })).IsRefused(GameTexts.AlreadyUploaded);
        room.Do(A, new RoomCommand.Abort(A)).IsRefused(GameTexts.AlreadyUploaded);
        room.Do(B, new RoomCommand.Abort(B));

        Assert.Equal(900_000, Assert.Single(Assert.Single(room.Events.OfType<GameEnded>()).Records).Score);
    }

    [Fact]
    public void Who_aborted_cannot_finish_any_more()
    {
        var room = Scenario.Playing(B).Do(A, new RoomCommand.Abort(A)).Forget();

        room.Do(A, new RoomCommand.Played(A, RecordOf(A))).IsRefused(GameTexts.Aborted);
        room.Do(A, new RoomCommand.Abort(A)).IsRefused(GameTexts.Aborted);
    }

    [Fact]
    public void Results_outside_of_a_round_succeed_and_nobody_is_told()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.Played(A, RecordOf(A))).Do(A, new RoomCommand.Abort(A));

        room.Sees(A, new PlayedReply(WireResult.Success), new AbortReply(WireResult.Success));
        room.Sees(B);
        Assert.Empty(room.Events);
    }

    [Fact]
    public void The_host_role_goes_around_a_cycling_room_and_back_to_the_first()
    {
        var room = Scenario.Playing(B, C).Cycling();
        foreach (var expected in (Core.Ids.UserId[])[B, C, A])
        {
            room.Do(A, new RoomCommand.Abort(A)).Do(B, new RoomCommand.Abort(B)).Do(C, new RoomCommand.Abort(C));
            Assert.Equal(expected, room.State.Host);
            room.Waiting().Do(A, new RoomCommand.Ready(A)).Do(B, new RoomCommand.Ready(B)).Do(C, new RoomCommand.Ready(C));
        }
    }

    [Fact]
    public void A_player_alone_in_a_cycling_room_is_told_the_role_away_and_back()
    {
        var room = Scenario.Playing().Cycling().Do(A, new RoomCommand.Played(A, RecordOf(A)));

        room.Sees(
            A,
            Frames.Played(100),
            Frames.GameEnd,
            Frames.NewHost(100),
            Frames.NoLongerHost,
            Frames.NowHost,
            Frames.Selecting5,
            new PlayedReply(WireResult.Success));
        Assert.Empty(room.Events.OfType<RoomHostChanged>());
    }
}
