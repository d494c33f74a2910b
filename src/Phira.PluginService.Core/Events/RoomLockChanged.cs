using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room was locked or unlocked.</summary>
/// <param name="Changed">The room.</param>
public sealed record RoomLockChanged(RoomSnapshot Changed) : GameEvent(EventTypes.RoomLockChanged)
{
    /// <inheritdoc />
    public override RoomId? Room => Changed.Id;
}
