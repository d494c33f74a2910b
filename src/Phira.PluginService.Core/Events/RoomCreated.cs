using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A user creates a room (before-event: the room has handle 0) or has created it.</summary>
/// <param name="Creator">The player who created it; null when a plugin did.</param>
public sealed record RoomCreated(RoomSnapshot Room, UserId? Creator) : GameEvent(EventTypes.RoomCreated)
{
    /// <inheritdoc />
    public override UserId? UserId => Creator;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
