using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room has a new host.</summary>
public sealed record RoomHostChanged(RoomSnapshot Room, UserId? Previous) : GameEvent(EventTypes.RoomHostChanged)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
