using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player types a command (before-event) or has typed it.</summary>
/// <param name="Who">The user.</param>
/// <param name="Text">The whole line, with its slash.</param>
public sealed record CommandInput(UserSnapshot Who, string Text) : GameEvent(EventTypes.CommandInput, Who.Language)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => Who.Room;
}
