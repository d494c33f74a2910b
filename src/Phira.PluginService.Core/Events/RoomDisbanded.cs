using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room has been removed.</summary>
/// <param name="Room">The room as last known.</param>
public sealed record RoomDisbanded(RoomSnapshot Room) : GameEvent(EventTypes.RoomDisbanded)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
