using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A player has uploaded a result.</summary>
/// <param name="Who">The player.</param>
/// <param name="In">The room.</param>
/// <param name="Record">The result.</param>
public sealed record PlayerFinished(UserSnapshot Who, RoomId In, PlayRecord Record) : GameEvent(EventTypes.PlayerFinished)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;

    /// <inheritdoc />
    public override RoomId? Room => In;
}
