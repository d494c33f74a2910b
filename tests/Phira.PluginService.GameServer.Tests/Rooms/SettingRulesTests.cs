using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class SettingRulesTests
{
    [Fact]
    public void The_host_locks_and_everybody_is_told_before_the_reply()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SetLock(A, Locked: true));

        room.Sees(B, new LockRoomMessage(Lock: true));
        room.Sees(A, new LockRoomMessage(Lock: true), new LockRoomReply(WireResult.Success));
        Assert.True(Assert.IsType<RoomLockChanged>(Assert.Single(room.Events)).Room.IsLocked);
    }

    [Fact]
    public void Setting_the_value_it_has_is_announced_to_players_but_is_no_change_for_plugins()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SetCycle(A, Cycling: false));

        room.Sees(B, new CycleRoomMessage(Cycle: false));
        room.Sees(A, new CycleRoomMessage(Cycle: false), new CycleRoomReply(WireResult.Success));
        Assert.Empty(room.Events);
    }

    [Fact]
    public void Only_the_host_may_change_settings()
    {
        var room = Scenario.With(B);

        room.Do(B, new RoomCommand.SetLock(B, Locked: true)).IsRefused(GameTexts.HostOnly);
        room.Do(B, new RoomCommand.SetCycle(B, Cycling: true)).IsRefused(GameTexts.HostOnly);
        room.Do(B, new RoomCommand.SelectChart(B, Chart5)).IsRefused(GameTexts.HostOnly);
        room.Do(B, new RoomCommand.RequestStart(B)).IsRefused(GameTexts.HostOnly);
        room.Do(C, new RoomCommand.SetLock(C, Locked: true)).IsRefused(GameTexts.NoRoom);
    }

    [Fact]
    public void An_administrator_may_change_them_without_being_host()
    {
        var room = Scenario.With(B).Do(null, new RoomCommand.SetLock(By: null, Locked: true));

        room.Sees(A, new LockRoomMessage(Lock: true));
        Assert.True(room.State.IsLocked);
    }

    [Fact]
    public void A_chart_can_be_chosen_before_a_round_only_and_that_is_checked_first()
    {
        var room = Scenario.Playing(B);

        room.Do(A, new RoomCommand.SelectChart(A, Chart6)).IsRefused(GameTexts.InvalidState);
        room.Do(B, new RoomCommand.SelectChart(B, Chart6)).IsRefused(GameTexts.InvalidState);
        Assert.Equal(Chart5, room.State.Chart);
    }

    [Fact]
    public void A_start_needs_a_chart() => Scenario.With(B).Do(A, new RoomCommand.RequestStart(A)).IsRefused(GameTexts.NoChartSelected);

    [Fact]
    public void A_start_while_others_get_ready_is_refused() =>
        Scenario.With(B).Waiting().Do(A, new RoomCommand.RequestStart(A)).IsRefused(GameTexts.InvalidState);

    [Fact]
    public void The_chart_stays_after_a_round()
    {
        var room = Scenario.Playing().Do(A, new RoomCommand.Abort(A));

        Assert.Equal(Chart5, room.State.Chart);
        room.Sees(A, new AbortMessage(100), Frames.GameEnd, Frames.Selecting5, new AbortReply(WireResult.Success));
    }
}
