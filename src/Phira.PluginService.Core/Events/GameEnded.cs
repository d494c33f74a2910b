using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A round is over.</summary>
/// <param name="Records">The results, in the order they arrived.</param>
/// <param name="Aborted">Players who aborted the round.</param>
public sealed record GameEnded(RoomSnapshot Room, ImmutableArray<PlayRecord> Records, ImmutableArray<UserId> Aborted) : GameEvent(EventTypes.GameEnded)
{
    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
