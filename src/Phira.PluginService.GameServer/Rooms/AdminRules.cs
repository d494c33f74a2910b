using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for administrators and plugins alone.</summary>
internal static class AdminRules
{
    /// <summary>The game knows no removal by the server: the only way out is the end of the connection, after which a new login finds no room.</summary>
    public static RoomTransition Expel(RoomChange change, RoomCommand.Expel command)
    {
        if (change.State.Find(command.User) is not { } member)
        {
            return change.Refuse(GameTexts.NoRoom);
        }

        TalkRules.Say(change, [member], command.Reason);
        MembershipRules.Depart(change, member);
        change.Disconnect([member]);
        return change.Done();
    }

    public static RoomTransition Disband(RoomChange change, RoomCommand.Disband command)
    {
        var members = change.State.Members.ToList();
        TalkRules.Say(change, members, command.Reason);

        // Before anybody leaves, so that it counts as a round without the rest, and not as one that somebody won alone.
        RoundRules.Stop(change);
        change.State = change.State with { Players = [], Monitors = [], Host = null, IsLive = false, IsClosed = true };
        foreach (var member in members)
        {
            change.Exit(member.Id);
            change.Raise(new UserLeftRoom(member.ToSnapshot(room: null, isMonitor: false), change.State.ToSnapshot()));
        }

        change.Raise(new RoomDisbanded(change.State.ToSnapshot()));
        change.Disconnect(members);
        return change.Done();
    }

    public static RoomTransition TransferHost(RoomChange change, RoomCommand.TransferHost command)
    {
        if (!change.State.IsPlayer(command.User))
        {
            return change.Refuse(GameTexts.NotAPlayer);
        }

        if (change.State.Round is RoomRound.Waiting)
        {
            return change.Refuse(GameTexts.InvalidState);
        }

        if (change.State.Host != command.User)
        {
            HostRules.Appoint(change, command.User, change.State.Host);
        }

        return change.Done();
    }
}
