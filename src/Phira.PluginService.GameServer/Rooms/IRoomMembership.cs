using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Who keeps track of which room a user is in. Called by room actors; must not block.</summary>
internal interface IRoomMembership
{
    void Entered(UserId user, RoomId room, bool asMonitor);

    void Left(UserId user, RoomId room);
}
