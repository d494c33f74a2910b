using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user in a room has lost the connection; the user's place is kept for a while.</summary>
public sealed record SessionSuspended(UserSnapshot User) : AddedEvent(EventTypes.SessionSuspended)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => User.Room;
}
