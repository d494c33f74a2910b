using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Messages;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>The rules for the host role.</summary>
internal static class HostRules
{
    /// <summary>Makes a player host and says so. A previous host who is still here is told that it is no longer host.</summary>
    public static void Appoint(RoomChange change, UserId next, UserId? previous)
    {
        change.State = change.State with { Host = next };
        change.Broadcast(new NewHostMessage(next.Value));
        if (previous is { } old)
        {
            change.Send(old, new ChangeHostCommand(IsHost: false));
        }

        change.Send(next, new ChangeHostCommand(IsHost: true));
        if (previous != next)
        {
            change.Raise(new RoomHostChanged(change.State.ToSnapshot(), previous));
        }
    }

    /// <summary>Passes the role on to the player who joined after the host, around the circle.</summary>
    public static void Rotate(RoomChange change)
    {
        var players = change.State.Players;
        var current = -1;
        for (var i = 0; i < players.Length; i++)
        {
            if (players[i].Id == change.State.Host)
            {
                current = i;
            }
        }

        Appoint(change, players[(current + 1) % players.Length].Id, change.State.Host);
    }
}
