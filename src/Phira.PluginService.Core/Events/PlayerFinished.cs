using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player has uploaded a result.</summary>
public sealed record PlayerFinished(UserSnapshot User, RoomId Room, PlayRecord Record) : GameEvent(EventTypes.PlayerFinished)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => Room;
}
