using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>Host rotation was switched on or off.</summary>
public sealed record RoomCycleChanged(RoomSnapshot Room) : GameEvent(EventTypes.RoomCycleChanged)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
