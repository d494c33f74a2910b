using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player became ready, or is no longer.</summary>
/// <param name="Who">The player.</param>
/// <param name="In">The room.</param>
/// <param name="IsReady">The new state.</param>
public sealed record PlayerReady(UserSnapshot Who, RoomId In, bool IsReady) : GameEvent(EventTypes.PlayerReady)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => In;
}
