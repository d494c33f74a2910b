using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>The host starts a round (before-event) or the round has begun.</summary>
/// <param name="Playing">The room.</param>
/// <param name="Starter">Who started it; null when a plugin did.</param>
public sealed record GameStarted(RoomSnapshot Playing, UserId? Starter) : GameEvent(EventTypes.GameStarted)
{
    /// <inheritdoc />
    public override UserId? User => Starter;

    /// <inheritdoc />
    public override RoomId? Room => Playing.Id;
}
