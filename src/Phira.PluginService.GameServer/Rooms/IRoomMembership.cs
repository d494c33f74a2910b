using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Keeps track of the room that each user is in. Called by room actors; must not block.</summary>
internal interface IRoomMembership
{
    void Entered(UserId user, RoomId room, bool asMonitor);

    void Left(UserId user, RoomId room);
}
