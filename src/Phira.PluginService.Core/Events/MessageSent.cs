using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player says something (before-event) or has said it.</summary>
/// <param name="Who">The user.</param>
/// <param name="Text">The text.</param>
public sealed record MessageSent(UserSnapshot Who, string Text) : GameEvent(EventTypes.MessageSent, Who.Language)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => Who.Room;
}
