using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Coming and going.</summary>
internal static class MembershipRules
{
    public static RoomTransition Open(RoomChange change)
    {
        var creator = change.State.Host;
        if (creator is { } host)
        {
            change.Enter(host, asMonitor: false);
            change.Broadcast(new CreateRoomMessage(host.Value));
            change.Reply(new CreateRoomReply(WireResult.Success));
            ShowSettings(change);
        }

        change.Raise(new RoomCreated(change.State.ToSnapshot(), creator));
        return change.Done();
    }

    /// <summary>Sends settings of plugins, which the reply cannot hold and the game assumes to be off.</summary>
    private static void ShowSettings(RoomChange change)
    {
        if (change.State.IsLocked)
        {
            change.Broadcast(new LockRoomMessage(Lock: true));
        }

        if (change.State.IsCycling)
        {
            change.Broadcast(new CycleRoomMessage(Cycle: true));
        }
    }

    public static RoomTransition Join(RoomChange change, RoomCommand.Join command)
    {
        if (WhyNotJoin(change.State, command) is { } refusal)
        {
            return change.Refuse(refusal);
        }

        var (member, asMonitor) = (command.Member, command.AsMonitor);
        var state = change.State;
        change.State = asMonitor
            ? state with { Monitors = state.Monitors.Add(member), IsLive = true }
            : state with { Players = state.Players.Add(member) };
        change.Enter(member.Id, asMonitor);
        change.Broadcast(new OnJoinRoomCommand(member.ToWire(asMonitor)));
        change.Broadcast(new JoinRoomMessage(member.Id.Value, member.Name));
        var joined = new JoinRoomResponse(change.State.ToWire(), change.State.UsersToWire(), change.State.IsLive);
        change.Reply(new JoinRoomReply(WireResult<JoinRoomResponse>.Success(joined)));
        change.Raise(new UserJoinedRoom(member.ToSnapshot(state.Id, asMonitor), change.State.ToSnapshot(), asMonitor));
        if (state.IsCycling)
        {
            // The reply cannot say it, and the client assumes the contrary.
            change.Send(member.Id, new MessageCommand(new CycleRoomMessage(Cycle: true)));
        }

        if (state.Host is null && !asMonitor)
        {
            HostRules.Appoint(change, member.Id, previous: null);
        }

        return change.Done();
    }

    public static RoomTransition Leave(RoomChange change, RoomCommand.Leave command)
    {
        if (change.State.Find(command.By) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        Depart(change, member);
        change.Reply(new LeaveRoomReply(WireResult.Success));
        return change.Done();
    }

    /// <summary>Takes a member out, with all that follows for the room.</summary>
    public static void Depart(RoomChange change, RoomMember member)
    {
        change.Broadcast(new LeaveRoomMessage(member.Id.Value, member.Name));
        change.State = Without(change.State, member.Id);
        change.Exit(member.Id);
        change.Raise(new UserLeftRoom(member.ToSnapshot(room: null, isMonitor: false), change.State.ToSnapshot()));
        if (change.State.Players.IsEmpty)
        {
            // There is no round without players; but spectators keep the room.
            RoundRules.Stop(change);
            CloseOrUnlock(change);
        }
        else
        {
            if (change.State.Host is null)
            {
                var next = change.Pick(change.State.Players);
                HostRules.Appoint(change, next.Id, previous: member.Id);
            }

            RoundRules.CheckCompletion(change);
        }
    }

    /// <summary>Closes or unlocks a room without players: it has no host who could unlock it, so no player could ever join its monitors.</summary>
    private static void CloseOrUnlock(RoomChange change)
    {
        if (change.State.Monitors.IsEmpty)
        {
            change.State = change.State with { IsClosed = true };
            change.Raise(new RoomDisbanded(change.State.ToSnapshot()));
        }
        else if (change.State.IsLocked)
        {
            SettingRules.Lock(change, isLocked: false);
        }
    }

    /// <summary>Also asked before plugins are.</summary>
    public static LocalizedText? WhyNotJoin(RoomState state, RoomCommand.Join command)
    {
        if (state.Find(command.Member.Id) is not null)
        {
            return GameTexts.AlreadyInRoom;
        }

        if (state.IsLocked)
        {
            return GameTexts.RoomLocked;
        }

        if (state.Round is not RoomRound.Selecting)
        {
            return GameTexts.GameOngoing;
        }

        return command.AsMonitor
            ? WhyNotMonitor(state, command)
            : state.Players.Length >= state.MaxPlayers ? GameTexts.RoomFull : null;
    }

    private static LocalizedText? WhyNotMonitor(RoomState state, RoomCommand.Join command)
    {
        if (!command.MayMonitor)
        {
            return GameTexts.CannotMonitor;
        }

        return state.Monitors.Length >= state.MaxMonitors ? GameTexts.TooManyMonitors : null;
    }

    private static RoomState Without(RoomState state, UserId user)
    {
        var monitors = state.Monitors.RemoveAll(monitor => monitor.Id == user);
        return state with
        {
            Players = state.Players.RemoveAll(player => player.Id == user),
            Monitors = monitors,
            Host = state.Host == user ? null : state.Host,

            // Nobody watches any more, so joiners need not stream.
            IsLive = state.IsLive && !monitors.IsEmpty,
        };
    }
}
