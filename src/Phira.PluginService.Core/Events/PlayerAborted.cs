using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player has given up the round.</summary>
/// <param name="Who">The player.</param>
/// <param name="In">The room.</param>
public sealed record PlayerAborted(UserSnapshot Who, RoomId In) : GameEvent(EventTypes.PlayerAborted)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => In;
}
