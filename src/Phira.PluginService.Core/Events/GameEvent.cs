using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Events;

/// <summary>Something that happens in the game. Each record of this folder that derives from it is a predefined event.</summary>
/// <param name="Type">The stable name plugins subscribe to, for example <c>user_connect</c>.</param>
public abstract record GameEvent(string Type)
{
    /// <summary>The user the event is about, for filters; null when it is about none.</summary>
    public virtual UserId? User => null;

    /// <summary>The room the event is about, for filters; null when it is about none.</summary>
    public virtual RoomId? Room => null;
}
