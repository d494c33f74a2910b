using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room is in another phase of its round. Comes before <see cref="GameStarted"/> and <see cref="GameEnded"/>.</summary>
/// <param name="Room">The room in its new phase.</param>
/// <param name="By">Who asked to start, or called the round off; null when a plugin did, and when the phase followed from what everybody did.</param>
public sealed record RoomStateChanged(RoomSnapshot Room, RoomPhase Previous, UserId? By) : AddedEvent(EventTypes.RoomStateChanged)
{
    /// <inheritdoc />
    public override UserId? UserId => By;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
