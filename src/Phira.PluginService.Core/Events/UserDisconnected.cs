using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user has left the server.</summary>
/// <param name="User">The user as last known.</param>
public sealed record UserDisconnected(UserSnapshot User) : GameEvent(EventTypes.UserDisconnected)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;
}
