using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player types a command (before-event) or has typed it.</summary>
/// <param name="Text">The whole line, with its slash.</param>
public sealed record CommandInput(UserSnapshot User, string Text) : GameEvent(EventTypes.CommandInput, User.Language)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => User.Room;
}
