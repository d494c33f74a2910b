using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user joins a room (before-event) or has joined it.</summary>
/// <param name="AsMonitor">Whether the user only watches.</param>
public sealed record UserJoinedRoom(UserSnapshot User, RoomSnapshot Room, bool AsMonitor) : GameEvent(EventTypes.UserJoinedRoom, User.Language)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
