using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Core.Commands;

/// <summary>The caller of a command.</summary>
/// <param name="Name">The player's or the administrator's name.</param>
/// <param name="Level">The highest level the caller has.</param>
/// <param name="User">The player; null when an administrator calls from outside the game.</param>
/// <param name="Room">The room the player is in, if any.</param>
public sealed record CommandCaller(string Name, CommandLevel Level, UserId? User, RoomId? Room)
{
    /// <summary>The language of the answer.</summary>
    public Language Language { get; init; } = Language.Chinese;
}
