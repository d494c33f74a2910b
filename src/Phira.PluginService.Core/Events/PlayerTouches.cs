using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Events;

/// <summary>A player's fingers moved. High rate.</summary>
/// <param name="Frames">The frames, oldest first.</param>
public sealed record PlayerTouches(UserId Player, RoomId Room, ImmutableArray<TouchFrame> Frames) : GameEvent(EventTypes.PlayerTouches)
{
    /// <inheritdoc />
    public override UserId? UserId => Player;

    /// <inheritdoc />
    public override RoomId? RoomId => Room;
}
