using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player became ready, or is no longer.</summary>
public sealed record PlayerReady(UserSnapshot User, RoomId Room, bool IsReady) : GameEvent(EventTypes.PlayerReady)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => Room;
}
