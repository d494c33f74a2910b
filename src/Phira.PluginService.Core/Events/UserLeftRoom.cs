using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user has left a room.</summary>
/// <param name="Room">The room after the departure.</param>
public sealed record UserLeftRoom(UserSnapshot User, RoomSnapshot Room) : GameEvent(EventTypes.UserLeftRoom)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
