using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;
using RoomState = Phira.PluginService.Protocol.Data.RoomState;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class JoinRulesTests
{
    [Fact]
    public void A_new_room_greets_its_creator_and_answers()
    {
        var room = Scenario.Draft().Do(A, new RoomCommand.Open());

        room.Sees(A, new CreateRoomMessage(100), new CreateRoomReply(WireResult.Success));
        var created = Assert.IsType<RoomCreated>(Assert.Single(room.Events));
        Assert.Equal(A, created.Creator);
        Assert.Equal("room", created.Room.Name);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void The_creator_is_told_after_the_reply_what_plugins_have_set_for_the_new_room(bool locked, bool cycling)
    {
        var room = Scenario.Draft(locked, cycling).Do(A, new RoomCommand.Open());

        List<object> frames = [new CreateRoomMessage(100), new CreateRoomReply(WireResult.Success)];
        if (locked)
        {
            frames.Add(new LockRoomMessage(Lock: true));
        }

        if (cycling)
        {
            frames.Add(new CycleRoomMessage(Cycle: true));
        }

        room.Sees(A, [.. frames]);
    }

    [Fact]
    public void Everybody_is_in_the_room_as_what_they_came()
    {
        var room = Scenario.Draft().Do(A, new RoomCommand.Open()).Join(B).Join(M);

        Assert.Equal([(A, false), (B, false), (M, true)], room.Entered);
    }

    [Fact]
    public void A_monitor_sets_the_room_live_and_comes_last_in_the_list()
    {
        var room = Scenario.With(M).Join(B);

        Assert.True(room.State.IsLive);
        room.Sees(
            B,
            Frames.JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Frames.Joined(RoomState.SelectChart(null), live: true, Frames.Player(100), Frames.Player(200), Frames.Monitor(2)));
    }

    [Fact]
    public void The_room_stops_being_live_when_the_last_monitor_leaves()
    {
        var room = Scenario.With(B, M).Do(M, new RoomCommand.Leave(M));

        Assert.False(room.State.IsLive);
    }

    [Fact]
    public void A_joiner_of_a_cycling_room_is_told_so_after_the_reply()
    {
        var room = Scenario.With().Cycling().Join(B);

        room.Sees(
            B,
            Frames.JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Frames.Joined(RoomState.SelectChart(null), live: false, Frames.Player(100), Frames.Player(200)),
            new CycleRoomMessage(Cycle: true));
    }

    [Fact]
    public void Somebody_who_is_in_the_room_cannot_join_again() =>
        Scenario.With(B).Join(B).IsRefused(GameTexts.AlreadyInRoom);

    [Fact]
    public void Joining_a_locked_room_is_refused_for_players_and_monitors()
    {
        var room = Scenario.With().Do(A, new RoomCommand.SetLock(A, Locked: true)).Forget();

        room.Join(B).IsRefused(GameTexts.RoomLocked);
        room.Join(M).IsRefused(GameTexts.RoomLocked);
    }

    [Fact]
    public void A_locked_room_is_refused_as_locked_even_while_a_round_goes_on()
    {
        var room = Scenario.Playing(B).Do(A, new RoomCommand.SetLock(A, Locked: true)).Forget();

        room.Join(C).IsRefused(GameTexts.RoomLocked);
    }

    [Fact]
    public void Joining_while_others_get_ready_is_refused() => Scenario.With(B).Waiting().Join(C).IsRefused(GameTexts.GameOngoing);

    [Fact]
    public void Joining_a_round_is_refused() => Scenario.Playing(B).Join(C).IsRefused(GameTexts.GameOngoing);

    [Fact]
    public void Monitoring_is_refused_to_those_who_may_not() =>
        Scenario.With().Join(B, asMonitor: true).IsRefused(GameTexts.CannotMonitor);

    [Fact]
    public void The_ninth_player_is_refused_but_a_monitor_still_fits()
    {
        var room = Scenario.With([.. Enumerable.Range(301, 7).Select(id => new UserId(id))]);
        Assert.Equal(8, room.State.Players.Length);

        room.Join(B).IsRefused(GameTexts.RoomFull);
        Assert.Null(room.Join(M).Refusal);
    }

    [Fact]
    public void The_ninth_monitor_is_refused_but_a_player_still_fits()
    {
        var room = Scenario.With();
        for (var i = 0; i < 8; i++)
        {
            Watch(new UserId(1_000 + i));
        }

        Assert.Equal(8, room.State.Monitors.Length);
        Watch(M);
        Assert.Equal(GameTexts.TooManyMonitors, room.Refusal);
        Assert.Equal(8, room.State.Monitors.Length);
        Assert.Null(room.Join(B).Refusal);

        void Watch(UserId user) => room.Do(user, new RoomCommand.Join(Member(user), AsMonitor: true, MayMonitor: true));
    }

    [Fact]
    public void A_player_who_joins_a_room_that_only_has_spectators_becomes_host_after_the_reply()
    {
        var room = Scenario.With(M).Do(A, new RoomCommand.Leave(A)).Forget();
        Assert.Null(room.State.Host);

        room.Join(B);

        Assert.Equal(B, room.State.Host);
        room.Sees(
            B,
            Frames.JoinNoticeB,
            new JoinRoomMessage(200, "user200"),
            Frames.Joined(RoomState.SelectChart(null), live: true, Frames.Player(200), Frames.Monitor(2)),
            Frames.NewHost(200),
            Frames.NowHost);
    }

    [Fact]
    public void Plugins_learn_who_joined_what()
    {
        var joined = Assert.IsType<UserJoinedRoom>(Assert.Single(Scenario.With().Join(B).Events));

        Assert.Equal(B, joined.User.Id);
        Assert.Equal(new RoomId(7), joined.User.Room);
        Assert.Equal([A, B], joined.Room.Players);
        Assert.False(joined.AsMonitor);
    }
}
