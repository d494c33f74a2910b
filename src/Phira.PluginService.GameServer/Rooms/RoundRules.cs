using Phira.PluginService.Core.Events;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>When a round begins and ends. Part of the command that causes it, so that it can happen only once.</summary>
internal static class RoundRules
{
    /// <summary>After every command that could have been the last one missing.</summary>
    public static void CheckCompletion(RoomChange change)
    {
        var state = change.State;
        if (state.Round is RoomRound.Waiting waiting && state.Members.All(member => waiting.Ready.Contains(member.Id)))
        {
            Begin(change, waiting);
        }
        else if (state.Round is RoomRound.Playing playing && state.Players.All(player => playing.IsDone(player.Id)))
        {
            End(change, playing);
        }
    }

    /// <summary>Back to chart selection, because no player is left.</summary>
    public static void Stop(RoomChange change)
    {
        if (change.State.Round is RoomRound.Playing playing)
        {
            End(change, playing);
        }
        else if (change.State.Round is RoomRound.Waiting)
        {
            change.State = change.State with { Round = RoomRound.Selecting.Instance };
            change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        }
    }

    private static void Begin(RoomChange change, RoomRound.Waiting waiting)
    {
        change.Broadcast(StartPlayingMessage.Instance);
        change.State = change.State with { Round = RoomRound.Playing.Begin };
        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        change.Raise(new GameStarted(change.State.ToSnapshot(), waiting.StartedBy));
    }

    private static void End(RoomChange change, RoomRound.Playing playing)
    {
        change.Broadcast(GameEndMessage.Instance);
        change.State = change.State with { Round = RoomRound.Selecting.Instance };
        change.Raise(new GameEnded(change.State.ToSnapshot(), playing.Records, playing.Aborted));
        if (change.State is { IsCycling: true, Players.IsEmpty: false })
        {
            HostRules.Rotate(change);
        }

        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
    }
}
