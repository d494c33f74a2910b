using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user is leaving the server. Comes before <see cref="UserDisconnected"/>, with the reason.</summary>
/// <param name="User">The user as last known.</param>
public sealed record SessionEnded(UserSnapshot User, SessionEndReason Reason) : AddedEvent(EventTypes.SessionEnded)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;

    /// <inheritdoc />
    public override RoomId? RoomId => User.Room;
}
