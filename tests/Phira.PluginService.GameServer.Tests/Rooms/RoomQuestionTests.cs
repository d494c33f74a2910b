using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>The answer of a room before plugins are asked: the refusal of the command itself, or nothing; and nothing changes.</summary>
public sealed class RoomQuestionTests
{
    [Fact]
    public void A_start_by_an_administrator_needs_a_chart_and_a_player()
    {
        var room = Scenario.With(M);

        room.Do(null, new RoomCommand.CheckStart(By: null)).IsRefused(GameTexts.NoChartSelected);
        room.Do(null, new RoomCommand.SelectChart(By: null, Chart5)).Do(A, new RoomCommand.Leave(A)).Forget();
        room.Do(null, new RoomCommand.CheckStart(By: null)).IsRefused(GameTexts.NoPlayers);
    }

    [Fact]
    public void A_start_without_chart_and_players_lacks_the_chart_first()
    {
        var room = Scenario.With(M).Do(A, new RoomCommand.Leave(A)).Forget();

        room.Do(null, new RoomCommand.CheckStart(By: null)).IsRefused(GameTexts.NoChartSelected);
    }

    [Fact]
    public void What_would_be_done_is_not_refused_and_not_done()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SelectChart(A, Chart5)).Forget();
        var before = room.State;

        room.Do(A, new RoomCommand.CheckStart(A));

        Assert.Null(room.Refusal);
        Assert.Same(before, room.State);
        room.Sees(A);
    }

    [Fact]
    public void What_would_be_refused_is_refused_in_the_same_words()
    {
        var room = Scenario.With(B);

        room.Do(B, new RoomCommand.CheckSelectChart(B)).IsRefused(GameTexts.HostOnly);
        room.Do(B, new RoomCommand.CheckStart(B)).IsRefused(GameTexts.HostOnly);
        room.Do(C, new RoomCommand.CheckJoin(new RoomCommand.Join(Member(C), AsMonitor: true, MayMonitor: false)));
        Assert.NotNull(room.Refusal);
    }
}
