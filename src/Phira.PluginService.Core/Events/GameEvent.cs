using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Events;

/// <summary>Something that happens in the game. Each record of this folder that derives from it is a predefined event.</summary>
/// <param name="Type">The stable name plugins subscribe to, for example <c>user_connect</c>.</param>
/// <param name="Language">The language tag of the player who causes the event, for what the host itself says about it; null when no player does.</param>
public abstract record GameEvent(string Type, string? Language = null)
{
    /// <summary>The user the event is about, for filters; null when it is about none.</summary>
    public virtual UserId? UserId => null;

    /// <summary>The room the event is about, for filters; null when it is about none.</summary>
    public virtual RoomId? RoomId => null;
}
