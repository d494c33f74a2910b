using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class LeaveRulesTests
{
    [Fact]
    public void A_player_who_is_not_host_leaves_without_further_ado()
    {
        var room = Scenario.With(B).Do(B, new RoomCommand.Leave(B));

        room.Sees(A, Frames.Left(200));
        room.Sees(B, Frames.Left(200), new LeaveRoomReply(WireResult.Success));
        Assert.IsType<UserLeftRoom>(Assert.Single(room.Events));
    }

    [Fact]
    public void The_next_host_is_chosen_at_random_among_the_players()
    {
        var room = Scenario.With(B, C, M);
        room.RandomNumber = 1;

        room.Do(A, new RoomCommand.Leave(A));

        Assert.Equal(C, room.State.Host);
        room.Sees(B, Frames.Left(100), Frames.NewHost(300));
        room.Sees(C, Frames.Left(100), Frames.NewHost(300), Frames.NowHost);
        room.Sees(M, Frames.Left(100), Frames.NewHost(300));
        var changed = Assert.Single(room.Events.OfType<RoomHostChanged>());
        Assert.Equal(A, changed.Previous);
        Assert.Equal(C, changed.Room.Host);
    }

    [Fact]
    public void The_room_ends_with_its_last_member()
    {
        var room = Scenario.With().Do(A, new RoomCommand.Leave(A));

        Assert.True(room.State.IsClosed);
        Assert.IsType<UserLeftRoom>(room.Events[0]);
        Assert.IsType<RoomDisbanded>(room.Events[1]);
        room.Forget().Do(A, new RoomCommand.Chat(A, "hello?")).IsRefused(GameTexts.NoRoom);
        room.Join(B).IsRefused(GameTexts.RoomNotFound);
    }

    [Fact]
    public void A_room_with_a_spectator_stays_open_and_ends_when_the_spectator_leaves()
    {
        var room = Scenario.With(M).Do(A, new RoomCommand.Leave(A));
        Assert.False(room.State.IsClosed);

        room.Do(M, new RoomCommand.Leave(M));

        Assert.True(room.State.IsClosed);
    }

    [Fact]
    public void The_round_of_a_room_without_players_ends()
    {
        var room = Scenario.Playing(M).Do(A, new RoomCommand.Leave(A));

        room.Sees(M, Frames.Left(100), Frames.GameEnd, Frames.Selecting5);
        Assert.IsType<RoomRound.Selecting>(room.State.Round);
    }

    [Fact]
    public void A_start_in_a_room_without_players_is_called_off()
    {
        var room = Scenario.With(M).Waiting().Do(A, new RoomCommand.Leave(A));

        room.Sees(M, Frames.Left(100), Frames.Selecting5);
    }

    [Fact]
    public void A_locked_room_without_players_is_unlocked_for_its_monitors()
    {
        var room = Scenario.With(M).Do(A, new RoomCommand.SetLock(A, Locked: true)).Forget();

        room.Do(A, new RoomCommand.Leave(A));

        room.Sees(M, Frames.Left(100), new LockRoomMessage(Lock: false));
        Assert.False(Assert.Single(room.Events.OfType<RoomLockChanged>()).Room.IsLocked);
    }

    [Fact]
    public void The_only_unready_player_starts_the_round_by_leaving()
    {
        var room = Scenario.With(B, C).Waiting().Do(C, new RoomCommand.Ready(C)).Forget();

        room.Do(B, new RoomCommand.Leave(B));

        room.Sees(B, Frames.Left(200), new LeaveRoomReply(WireResult.Success));
        room.Sees(A, Frames.Left(200), Frames.StartPlaying, Frames.NowPlaying);
    }

    [Fact]
    public void The_only_unfinished_player_ends_the_round_by_leaving()
    {
        var room = Scenario.Playing(B).Do(A, new RoomCommand.Abort(A)).Forget();

        room.Do(B, new RoomCommand.Leave(B));

        room.Sees(A, Frames.Left(200), Frames.GameEnd, Frames.Selecting5);
    }

    [Fact]
    public void A_host_appointed_while_others_get_ready_is_not_ready()
    {
        var room = Scenario.With(B, C).Waiting().Do(A, new RoomCommand.Leave(A)).Forget();
        Assert.Equal(B, room.State.Host);

        room.Do(B, new RoomCommand.CancelReady(B)).IsRefused(GameTexts.NotReady);

        room.Do(B, new RoomCommand.Ready(B)).Forget().Do(B, new RoomCommand.CancelReady(B));
        room.Sees(C, new CancelGameMessage(200), Frames.Selecting5);
    }

    [Fact]
    public void Somebody_who_is_not_in_the_room_cannot_leave_it() =>
        Scenario.With().Do(B, new RoomCommand.Leave(B)).IsRefused(GameTexts.NoRoom);

    [Fact]
    public void A_member_without_connection_leaves_and_the_others_are_told()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.Detach(B, ConnectionOf(B))).Do(null, new RoomCommand.Leave(B));

        room.Sees(A, Frames.Left(200));
        room.Sees(B);
    }
}
