using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Rooms;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The events of a room that plugins get, in their order.</summary>
public sealed class RoomEventOrderTests
{
    [Fact]
    public void A_round_is_told_from_the_request_to_its_end()
    {
        var room = Scenario.With(B).Cycling().Do(A, new RoomCommand.SelectChart(A, Chart5));
        room.Forget().Do(A, new RoomCommand.RequestStart(A)).Do(B, new RoomCommand.Ready(B));
        room.Do(A, new RoomCommand.Played(A, RecordOf(A))).Do(B, new RoomCommand.Abort(B));

        Assert.Equal(
            [
                "room_state_change SelectChart-WaitingForReady by 100",
                "player_ready",
                "room_state_change WaitingForReady-Playing by nobody",
                "game_start",
                "player_finish",
                "player_abort",
                "room_state_change Playing-SelectChart by nobody",
                "game_end",
                "room_host_change",
            ],
            room.Events.Select(Describe));
    }

    [Fact]
    public void A_round_that_the_host_calls_off_goes_back_to_the_choice_of_a_chart()
    {
        var room = Scenario.With(B).Waiting();

        room.Do(A, new RoomCommand.CancelReady(A));

        Assert.Equal(["room_state_change WaitingForReady-SelectChart by 100", "player_ready"], room.Events.Select(Describe));
    }

    [Fact]
    public void A_player_who_is_no_longer_ready_changes_no_phase()
    {
        var room = Scenario.With(B, C).Waiting().Do(B, new RoomCommand.Ready(B)).Forget();

        room.Do(B, new RoomCommand.CancelReady(B));

        Assert.Equal(["player_ready"], room.Events.Select(Describe));
    }

    [Fact]
    public void What_a_plugin_starts_and_calls_off_is_by_nobody()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SelectChart(A, Chart5)).Forget();

        room.Do(null, new RoomCommand.RequestStart(By: null)).Do(null, new RoomCommand.CancelReady(By: null));

        Assert.Equal(
            ["room_state_change SelectChart-WaitingForReady by nobody", "room_state_change WaitingForReady-SelectChart by nobody"],
            room.Events.Select(Describe));
    }

    [Fact]
    public void Spectators_whose_players_have_all_left_see_the_round_end()
    {
        var room = Scenario.With(M).Waiting();

        room.Do(A, new RoomCommand.Leave(A));

        Assert.Equal(["user_leave_room", "room_state_change WaitingForReady-SelectChart by nobody"], room.Events.Select(Describe));
    }

    [Fact]
    public void A_lost_connection_suspends_a_session_and_the_next_one_resumes_it()
    {
        var room = Scenario.With(B);

        room.Do(null, new RoomCommand.Detach(B, ConnectionOf(B))).Do(B, new RoomCommand.Resume(B, Connection(9), []));

        Assert.Equal(["session_suspend of 200 in 7", "session_resume of 200 in 7, suspended: True"], room.Events.Select(Describe));
    }

    [Fact]
    public void A_session_is_not_suspended_while_another_connection_acts_for_the_user()
    {
        var room = Scenario.With(B);

        room.Do(B, new RoomCommand.Resume(B, Connection(9), [])).Do(null, new RoomCommand.Detach(B, ConnectionOf(B)));
        room.Do(null, new RoomCommand.Detach(B, ConnectionOf(B)));

        Assert.Equal(["session_resume of 200 in 7, suspended: False"], room.Events.Select(Describe));
    }

    [Fact]
    public void Every_event_shows_the_room_as_it_is_after_it()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SelectChart(A, Chart5)).Forget();

        room.Do(A, new RoomCommand.RequestStart(A)).Do(B, new RoomCommand.Ready(B));

        Assert.Equal(
            [RoomPhase.WaitingForReady, RoomPhase.Playing],
            room.Events.OfType<RoomStateChanged>().Select(change => change.Room.Phase));
    }

    private static string Describe(GameEvent gameEvent) => gameEvent switch
    {
        RoomStateChanged e => $"{e.Type} {e.Previous}-{e.Room.Phase} by {Name(e.By)}",
        SessionSuspended e => $"{e.Type} of {e.User.Id} in {e.User.Room}",
        SessionResumed e => $"{e.Type} of {e.User.Id} in {e.User.Room}, suspended: {e.WasSuspended}",
        _ => gameEvent.Type,
    };

    private static string Name(UserId? user) => user?.ToString() ?? "nobody";
}
