using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room was locked or unlocked.</summary>
public sealed record RoomLockChanged(RoomSnapshot Room) : GameEvent(EventTypes.RoomLockChanged)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
