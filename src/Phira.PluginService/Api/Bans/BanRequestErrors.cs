using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Api.Bans;

/// <summary>Refusals of bans that would do harm.</summary>
internal static class BanRequestErrors
{
    /// <summary>{0}: target; {1}: connected players that the ban would remove. The causes say what is unusual about it.</summary>
    public static readonly ErrorCode NeedsConfirmation = new("ban.needs_confirmation", ErrorKind.Conflict);

    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode TargetTooWide = new("ban.target_too_wide", ErrorKind.Conflict);

    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode IncludesLoopback = new("ban.includes_loopback", ErrorKind.Conflict);

    /// <summary>{0}: target; {1}: proxy.</summary>
    public static readonly ErrorCode IncludesProxy = new("ban.includes_proxy", ErrorKind.Conflict);

    /// <summary>{0}: target; {1}: address.</summary>
    public static readonly ErrorCode IncludesCaller = new("ban.includes_caller", ErrorKind.Conflict);

    /// <summary>{0}: text received.</summary>
    public static readonly ErrorCode TargetInvalid = new("ban.target_invalid", ErrorKind.InvalidArgument);
}
