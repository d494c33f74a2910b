using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.Core.Events;

/// <summary>A room is in another phase of its round. Comes before <see cref="GameStarted"/> and <see cref="GameEnded"/>.</summary>
/// <param name="Room">The room in its new phase.</param>
/// <param name="By">The player who asked to start or cancelled the round; null when a plugin did, or when it follows from the state of all players.</param>
public sealed record RoomStateChanged(RoomSnapshot Room, RoomPhase Previous, UserId? By) : AddedEvent(EventTypes.RoomStateChanged)
{
    /// <inheritdoc />
    public override UserId? UserId => By;

    /// <inheritdoc />
    public override RoomId? RoomId => Room.Id;
}
