namespace Phira.PluginService.Core.Results;

/// <summary>Failures of bans.</summary>
public static class BanErrors
{
    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode NotFound = new("ban.not_found", ErrorKind.NotFound);

    /// <summary>{0}: moment at which the ban would end.</summary>
    public static readonly ErrorCode Expired = new("ban.expired", ErrorKind.InvalidArgument);

    /// <summary>{0}: target; {1}: connected players whom the ban would remove. The causes say what is unusual about it.</summary>
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
