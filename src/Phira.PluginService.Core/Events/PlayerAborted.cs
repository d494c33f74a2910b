using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player has aborted the round.</summary>
public sealed record PlayerAborted(UserSnapshot User, RoomId Room) : GameEvent(EventTypes.PlayerAborted)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => Room;
}
