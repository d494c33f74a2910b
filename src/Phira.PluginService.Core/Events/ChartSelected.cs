using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>The host chooses a chart (before-event) or has chosen it.</summary>
/// <param name="By">The player who chose; null when a plugin did.</param>
public sealed record ChartSelected(RoomSnapshot Room, UserId? By, ChartSnapshot Chart) : GameEvent(EventTypes.ChartSelected)
{
    /// <inheritdoc />
    public override UserId? UserId => By;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
