using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>The host starts a round (before-event) or the round has begun.</summary>
/// <param name="Starter">The player who started it; null when a plugin did.</param>
public sealed record GameStarted(RoomSnapshot Room, UserId? Starter) : GameEvent(EventTypes.GameStarted)
{
    /// <inheritdoc />
    public override UserId? UserId => Starter;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
