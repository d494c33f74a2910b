using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The events that plugins get of the players' actions.</summary>
public sealed class RoomEventTests
{
    [Fact]
    public void A_player_is_ready_and_is_so_no_more()
    {
        var room = Scenario.With(B, C).Waiting();

        room.Do(B, new RoomCommand.Ready(B)).Do(B, new RoomCommand.CancelReady(B));

        Assert.Equal([(B, true), (B, false)], room.Events.Cast<PlayerReady>().Select(ready => (ready.User.Id, ready.IsReady)));
    }

    [Fact]
    public void A_player_gives_up()
    {
        var room = Scenario.Playing(B).Do(B, new RoomCommand.Abort(B));

        Assert.Equal((B, false), Assert.Single(room.Events.OfType<PlayerAborted>().Select(aborted => (aborted.User.Id, aborted.User.IsMonitor))));
    }

    [Fact]
    public void Players_whose_round_took_too_long_count_as_having_given_up()
    {
        var room = Scenario.Playing(B);

        room.Do(null, new RoomCommand.TimeOut(1));

        Assert.Equal(
            [(A, false), (B, false)], room.Events.OfType<PlayerAborted>().Select(aborted => (aborted.User.Id, aborted.User.IsMonitor)));
    }

    [Fact]
    public void Rounds_are_numbered_from_one() => Assert.Equal(1, Scenario.Playing(B).State.RoundCount);

    [Fact]
    public void A_chart_is_chosen()
    {
        var chosen = Assert.IsType<ChartSelected>(Assert.Single(Scenario.With(B).Do(A, new RoomCommand.SelectChart(A, Chart6)).Events));

        Assert.Equal((A, Chart6), (chosen.By, chosen.Chart));
    }

    [Fact]
    public void The_room_begins_to_rotate_its_host() =>
        Assert.True(Assert.IsType<RoomCycleChanged>(Assert.Single(Scenario.With(B).Do(A, new RoomCommand.SetCycle(A, Cycling: true)).Events)).Room.IsCycling);

    [Fact]
    public void Who_leaves_is_in_no_room_and_no_monitor()
    {
        var left = Assert.IsType<UserLeftRoom>(Assert.Single(Scenario.With(B, M).Do(M, new RoomCommand.Leave(M)).Events));

        Assert.Equal((M, null, false), (left.User.Id, left.User.Room, left.User.IsMonitor));
    }
}
