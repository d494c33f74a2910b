using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room has a new host.</summary>
/// <param name="Changed">The room.</param>
/// <param name="Previous">The previous host.</param>
public sealed record RoomHostChanged(RoomSnapshot Changed, UserId? Previous) : GameEvent(EventTypes.RoomHostChanged)
{
    /// <inheritdoc />
    public override RoomId? Room => Changed.Id;
}
