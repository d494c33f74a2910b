using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user joins a room (before-event) or has joined it.</summary>
/// <param name="Who">The user.</param>
/// <param name="Joined">The room.</param>
/// <param name="AsMonitor">Whether the user only watches.</param>
public sealed record UserJoinedRoom(UserSnapshot Who, RoomSnapshot Joined, bool AsMonitor) : GameEvent(EventTypes.UserJoinedRoom, Who.Language)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => Joined.Id;
}
