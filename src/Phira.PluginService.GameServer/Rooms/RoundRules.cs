using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for the beginning and the end of a round. Part of the command that causes it, so that it can happen only once.</summary>
internal static class RoundRules
{
    /// <summary>Checks for completion, after every command that could have been the last one missing.</summary>
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

    /// <summary>Sets the time limit for the others, after the first result, where there is a limit.</summary>
    public static void SetTimeout(RoomChange change)
    {
        if (change.State is { Round: RoomRound.Playing { Records.Length: 1, Number: var number }, RoundTimeout: var timeout } && timeout > TimeSpan.Zero)
        {
            TalkRules.Say(change, change.State.Members, GameTexts.RoundTimeBegins(timeout));
            change.EndRoundLater(timeout, number);
        }
    }

    /// <summary>Players who have not finished count as having aborted. Their games learn of the end like all others.</summary>
    public static RoomTransition TimeOut(RoomChange change, RoomCommand.TimeOut command)
    {
        if (change.State.Round is RoomRound.Playing round && round.Number == command.Round)
        {
            var late = change.State.Players.Where(player => !round.IsDone(player.Id)).ToList();
            TalkRules.Say(change, change.State.Members, GameTexts.RoundTimeOver(late.Select(player => player.Name)));
            change.State = change.State with { Round = round with { Aborted = round.Aborted.AddRange(late.Select(player => player.Id)) } };
            foreach (var player in late)
            {
                change.Broadcast(new AbortMessage(player.Id.Value));
                change.Raise(new PlayerAborted(player.ToSnapshot(change.State.Id, isMonitor: false), change.State.Id));
            }

            CheckCompletion(change);
        }

        return change.Done();
    }

    /// <summary>Returns to chart selection, because no player is left.</summary>
    public static void Stop(RoomChange change)
    {
        if (change.State.Round is RoomRound.Playing playing)
        {
            End(change, playing);
        }
        else if (change.State.Round is RoomRound.Waiting)
        {
            change.GoTo(RoomRound.Selecting.Instance, by: null);
            change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        }
    }

    private static void Begin(RoomChange change, RoomRound.Waiting waiting)
    {
        change.Broadcast(StartPlayingMessage.Instance);
        var number = change.State.RoundCount + 1;
        change.State = change.State with { RoundCount = number };
        change.GoTo(RoomRound.Playing.Begin(number), by: null);
        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
        change.Raise(new GameStarted(change.State.ToSnapshot(), waiting.StartedBy));
    }

    private static void End(RoomChange change, RoomRound.Playing playing)
    {
        change.Broadcast(GameEndMessage.Instance);
        change.GoTo(RoomRound.Selecting.Instance, by: null);
        change.Raise(new GameEnded(change.State.ToSnapshot(), playing.Records, playing.Aborted));
        if (change.State is { IsCycling: true, Players.IsEmpty: false })
        {
            HostRules.Rotate(change);
        }

        change.Broadcast(new ChangeStateCommand(change.State.ToWire()));
    }
}
