using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using static Phira.PluginService.GameServer.Tests.Rooms.Cast;

namespace Phira.PluginService.GameServer.Tests.Rooms;

public sealed class ReadyRulesTests
{
    [Fact]
    public void The_round_waits_for_monitors_too()
    {
        var room = Scenario.With(B, M).Waiting().Do(B, new RoomCommand.Ready(B));
        Assert.IsType<RoomRound.Waiting>(room.State.Round);

        room.Do(M, new RoomCommand.Ready(M));

        Assert.IsType<RoomRound.Playing>(room.State.Round);
        var started = Assert.Single(room.Events.OfType<GameStarted>());
        Assert.Equal(A, started.Starter);
    }

    [Fact]
    public void Being_ready_twice_is_refused()
    {
        var room = Scenario.With(B, C).Waiting().Do(B, new RoomCommand.Ready(B)).Forget();

        room.Do(B, new RoomCommand.Ready(B)).IsRefused(GameTexts.AlreadyReady);
        room.Do(A, new RoomCommand.Ready(A)).IsRefused(GameTexts.AlreadyReady);
    }

    [Fact]
    public void Taking_back_readiness_is_announced_and_the_state_stays()
    {
        var room = Scenario.With(B, C).Waiting().Do(B, new RoomCommand.Ready(B)).Forget().Do(B, new RoomCommand.CancelReady(B));

        room.Sees(A, new CancelReadyMessage(200));
        room.Sees(B, new CancelReadyMessage(200), new CancelReadyReply(WireResult.Success));
        room.Sees(C, new CancelReadyMessage(200));
        Assert.False(Assert.IsType<PlayerReady>(Assert.Single(room.Events)).IsReady);
        room.Forget().Do(B, new RoomCommand.CancelReady(B)).IsRefused(GameTexts.NotReady);
    }

    [Fact]
    public void Ready_and_its_contrary_outside_of_the_waiting_phase_succeed_without_effect()
    {
        var room = Scenario.With(B);

        room.Do(B, new RoomCommand.Ready(B)).Do(B, new RoomCommand.CancelReady(B));

        room.Sees(B, new ReadyReply(WireResult.Success), new CancelReadyReply(WireResult.Success));
        room.Sees(A);
    }

    [Fact]
    public void An_administrator_can_start_and_call_off()
    {
        var room = Scenario.With(B).Do(A, new RoomCommand.SelectChart(A, Chart5)).Forget();

        room.Do(null, new RoomCommand.RequestStart(By: null));
        room.Sees(B, new GameStartMessage(0), Frames.WaitingForReady);

        room.Forget().Do(null, new RoomCommand.CancelReady(By: null));
        room.Sees(B, new CancelGameMessage(0), Frames.Selecting5);
    }
}
