using System.ComponentModel;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Contracts;

/// <summary>A user, by number and name.</summary>
internal sealed record UserReference(
    [property: Description("Number of the Phira account.")] int Id,
    [property: Description("Display name; empty for a user who has just left.")] string Name)
{
    public static UserReference From(UserId user, IGameQueries game) => new(user.Value, game.FindUser(user)?.Name ?? "");
}
