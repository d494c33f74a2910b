namespace Phira.PluginService.Core.Results;

/// <summary>Failures of bans.</summary>
public static class BanErrors
{
    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode NotFound = new("ban.not_found", ErrorKind.NotFound);

    /// <summary>{0}: moment at which the ban would end.</summary>
    public static readonly ErrorCode Expired = new("ban.expired", ErrorKind.InvalidArgument);
}
