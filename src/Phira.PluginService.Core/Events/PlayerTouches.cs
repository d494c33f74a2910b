using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Events;

/// <summary>A player's fingers moved. High rate.</summary>
/// <param name="Player">The player.</param>
/// <param name="In">The room.</param>
/// <param name="Frames">The frames, oldest first.</param>
public sealed record PlayerTouches(UserId Player, RoomId In, ImmutableArray<TouchFrame> Frames) : GameEvent(EventTypes.PlayerTouches)
{
    /// <inheritdoc />
    public override UserId? User => Player;

    /// <inheritdoc />
    public override RoomId? Room => In;
}
