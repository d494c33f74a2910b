using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user logs in (before-event) or has logged in.</summary>
public sealed record UserConnected(UserSnapshot User) : GameEvent(EventTypes.UserConnected, User.Language)
{
    /// <inheritdoc />
    public override UserId? UserId => User.Id;
}
