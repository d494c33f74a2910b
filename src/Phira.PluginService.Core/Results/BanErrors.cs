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

    /// <summary>{0}: text received.</summary>
    public static readonly ErrorCode TargetInvalid = new(
        "ban.target_invalid",
        ErrorKind.InvalidArgument,
        new("\"{0}\" is neither an account, an address nor a network.", "“{0}”不是账号、地址或网段。"),
        new(
            "Write an account as user:100, an address as 203.0.113.7, a network as 203.0.113.0/24; IPv6 likewise.",
            "账号写作 user:100，地址写作 203.0.113.7，网段写作 203.0.113.0/24；IPv6 同理。"));
}
