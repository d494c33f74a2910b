using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user who was here already has logged in again.</summary>
/// <param name="WasSuspended">Whether the connection was lost before; otherwise the earlier one was still there.</param>
public sealed record SessionResumed(UserSnapshot User, bool WasSuspended) : AddedEvent(EventTypes.SessionResumed)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => User.Room;
}
