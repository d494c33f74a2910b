namespace Phira.PluginService.Core.Results;

/// <summary>Failures of bans.</summary>
public static class BanErrors
{
    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode NotFound = new(
        "ban.not_found",
        ErrorKind.NotFound,
        new("{0} is not banned.", "{0} 未被封禁。"),
        new(
            "Name exactly the account or network that was banned; an address inside a banned network is freed only with the network.",
            "请给出与封禁时完全相同的账号或网段；被封网段内的单个地址只能随网段一起解封。"));

    /// <summary>{0}: moment at which the ban would end.</summary>
    public static readonly ErrorCode Expired = new(
        "ban.expired",
        ErrorKind.InvalidArgument,
        new("A ban cannot end in the past ({0}).", "封禁的结束时间不能早于现在（{0}）。"),
        new("Choose a moment in the future, or none for a permanent ban.", "请选择将来的时间；留空则为永久封禁。"));
}
