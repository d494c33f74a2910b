using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player says something (before-event) or has said it.</summary>
public sealed record MessageSent(UserSnapshot User, string Text) : GameEvent(EventTypes.MessageSent, User.Language)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => User.Room;
}
