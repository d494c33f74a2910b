using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user has left a room.</summary>
/// <param name="Who">The user.</param>
/// <param name="Left">The room after the departure.</param>
public sealed record UserLeftRoom(UserSnapshot Who, RoomSnapshot Left) : GameEvent(EventTypes.UserLeftRoom)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => Left.Id;
}
