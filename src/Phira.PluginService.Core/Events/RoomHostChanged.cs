using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room has a new host.</summary>
/// <param name="Room">The room.</param>
/// <param name="Previous">The previous host.</param>
public sealed record RoomHostChanged(RoomSnapshot Room, UserId? Previous) : GameEvent(EventTypes.RoomHostChanged)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
