using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;
using WireState = Phira.PluginService.Protocol.Data.RoomState;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Members whose connection is lost, and those who come back.</summary>
internal static class ConnectionRules
{
    /// <summary>
    /// Answers the login. A game learns its chart from a chart selection state alone and crashes without one, so it is always
    /// shown that state first and the true state afterwards; the connection keeps the two apart. With that second state the
    /// game believes that it is not ready, unless it is host: so it becomes true. A host who is not ready learns of its role only
    /// after that state; it could neither get ready nor take that back otherwise.
    /// </summary>
    public static RoomTransition Resume(RoomChange change, RoomCommand.Resume command)
    {
        if (change.State.Find(command.By) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        change.State = Connect(change.State, command.By, connections => connections.RemoveRange(command.Displaced).Add(command.Connection));
        var state = change.State;
        var isHost = state.Host == command.By;
        if (state.Round is RoomRound.Waiting waiting && !isHost && waiting.Ready.Contains(command.By))
        {
            change.State = state with { Round = waiting with { Ready = waiting.Ready.Remove(command.By) } };
            change.Send(
                state.Members.Where(member => member.Id != command.By), new MessageCommand(new CancelReadyMessage(command.By.Value)));
        }

        var isUnreadyHost = isHost && state.Round is RoomRound.Waiting { Ready: var ready } && !ready.Contains(command.By);
        var room = new ClientRoomState(
            state.Name,
            WireState.SelectChart(state.Chart?.Id),
            state.IsLive,
            state.IsLocked,
            state.IsCycling,
            isHost && !isUnreadyHost,
            IsReady: false,
            state.UsersToWire());
        var user = state.Find(command.By)!.ToWire(state.IsMonitor(command.By));
        change.Reply(new AuthenticateReply(WireResult<AuthenticatedUser>.Success(new AuthenticatedUser(user, room))));
        change.Raise(new SessionResumed(Snapshot(state, command.By), WasSuspended: member.Connections.IsEmpty));
        if (state.Round is not RoomRound.Selecting && !HasFinished(state, command.By))
        {
            // Not to an earlier connection, whose game would play the chart again.
            change.Send(command.Connection, new ChangeStateCommand(state.ToWire()));
        }

        if (isUnreadyHost)
        {
            change.Send(command.Connection, new ChangeHostCommand(IsHost: true));
        }

        return change.Done();
    }

    public static RoomTransition Detach(RoomChange change, RoomCommand.Detach command)
    {
        // The connection may have been displaced meanwhile.
        if (change.State.Find(command.By)?.Connections.Contains(command.Connection) is true)
        {
            change.State = Connect(change.State, command.By, connections => connections.Remove(command.Connection));
            if (Snapshot(change.State, command.By) is { IsConnected: false } lost)
            {
                change.Raise(new SessionSuspended(lost));
            }
        }

        return change.Done();
    }

    /// <summary>
    /// A game that is shown the round after its chart plays the chart, again if need be, and the second result would be refused. It learns of
    /// the end of the round like everybody else.
    /// </summary>
    private static bool HasFinished(RoomState state, UserId user) =>
        state.Round is RoomRound.Playing round && state.IsPlayer(user) && round.IsDone(user);

    private static UserSnapshot Snapshot(RoomState state, UserId user) => state.Find(user)!.ToSnapshot(state.Id, state.IsMonitor(user));

    private static RoomState Connect(
        RoomState state, UserId user, Func<ImmutableArray<ConnectionId>, ImmutableArray<ConnectionId>> change)
    {
        return state with { Players = [.. state.Players.Select(Changed)], Monitors = [.. state.Monitors.Select(Changed)] };

        RoomMember Changed(RoomMember member) => member.Id == user ? member with { Connections = change(member.Connections) } : member;
    }
}
