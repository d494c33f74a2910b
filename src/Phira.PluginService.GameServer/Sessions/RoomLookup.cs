using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Text;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Finds the room that a session's user is in.</summary>
internal sealed class RoomLookup(RoomDirectory rooms)
{
    /// <returns>The room, or null when the user is in none.</returns>
    public RoomActor? RoomOf(Session session) => session.User?.Snapshot.Room is { } room ? rooms.Find(room) : null;

    /// <returns>The room, or null after the request has been refused because the user is in none.</returns>
    public RoomActor? RoomOrRefuse(Session session, RequestReply reply)
    {
        var room = RoomOf(session);
        if (room is null)
        {
            reply.Refuse(GameTexts.NoRoom);
        }

        return room;
    }

    /// <summary>Carries a command out in the user's room.</summary>
    public async Task AskAsync(Session session, RoomCommand command, RequestReply reply)
    {
        if (RoomOrRefuse(session, reply) is { } room)
        {
            await AskAsync(room, command, reply);
        }
    }

    /// <summary>Carries a command out in a room.</summary>
    /// <returns>False after the request has been refused.</returns>
    public static async Task<bool> AskAsync(RoomActor room, RoomCommand command, RequestReply reply)
    {
        if (await room.AskAsync(command, reply.Id) is { } refusal)
        {
            reply.Refuse(refusal);
            return false;
        }

        return true;
    }
}
