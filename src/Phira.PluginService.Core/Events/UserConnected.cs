using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user logs in (before-event) or has logged in.</summary>
/// <param name="Who">The user.</param>
public sealed record UserConnected(UserSnapshot Who) : GameEvent(EventTypes.UserConnected, Who.Language)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;
}
