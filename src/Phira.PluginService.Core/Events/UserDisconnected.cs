using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Events;

/// <summary>A user has left the server.</summary>
/// <param name="Who">The user as last known.</param>
public sealed record UserDisconnected(UserSnapshot Who) : GameEvent(EventTypes.UserDisconnected)
{
    /// <inheritdoc />
    public override UserId? User => Who.Id;
}
