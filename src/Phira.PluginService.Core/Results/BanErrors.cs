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

    /// <summary>{0}: target; {1}: connected players whom the ban would remove. The causes say what is unusual about it.</summary>
    public static readonly ErrorCode NeedsConfirmation = new(
        "ban.needs_confirmation",
        ErrorKind.Conflict,
        new(
            "A ban of {0} would remove {1} connected player(s) and may keep out more people than intended.",
            "封禁 {0} 会立即断开 {1} 名在线玩家，并且可能影响到不相干的人。"),
        new(
            "Check the target. To ban it anyway, send the request again with confirm=true.",
            "请核对封禁对象；确认无误后，请加上 confirm=true 重新请求。"));

    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode TargetTooWide = new(
        "ban.target_too_wide",
        ErrorKind.Conflict,
        new("{0} covers a large part of the internet.", "{0} 覆盖了互联网的很大一部分。"),
        new(
            "Ban one address or a smaller network, for example 203.0.113.0/24 or an IPv6 /64.",
            "请封禁单个地址或更小的网段，例如 203.0.113.0/24 或 IPv6 的 /64。"));

    /// <summary>{0}: target.</summary>
    public static readonly ErrorCode IncludesLoopback = new(
        "ban.includes_loopback",
        ErrorKind.Conflict,
        new(
            "{0} includes this machine itself. Everybody who comes through a tunnel or proxy on it seems to come from there.",
            "{0} 包含本机地址。经由本机隧道或代理连接的所有玩家看上去都来自该地址。"),
        new(
            "Ban the account instead, or let the tunnel send PROXY headers and add it to [game] trusted_proxies, so that players have addresses of their own.",
            "请改为封禁账号；或让隧道发送 PROXY 协议头并将其加入 [game] trusted_proxies，这样每个玩家都会显示自己的地址。"));

    /// <summary>{0}: target; {1}: proxy.</summary>
    public static readonly ErrorCode IncludesProxy = new(
        "ban.includes_proxy",
        ErrorKind.Conflict,
        new("{0} includes the trusted proxy {1}.", "{0} 包含可信代理 {1}。"),
        new(
            "Ban the account or the player's own address instead of the proxy's.",
            "请封禁账号或玩家自己的地址，不要封禁代理的地址。"));

    /// <summary>{0}: target; {1}: address.</summary>
    public static readonly ErrorCode IncludesCaller = new(
        "ban.includes_caller",
        ErrorKind.Conflict,
        new("{0} includes {1}, the address that you use yourself.", "{0} 包含你自己正在使用的地址 {1}。"),
        new(
            "Choose a target without your own address: the ban keeps your own game out as well.",
            "请选择不包含你自己地址的对象，否则你自己也无法进入游戏。"));

    /// <summary>{0}: text received.</summary>
    public static readonly ErrorCode TargetInvalid = new(
        "ban.target_invalid",
        ErrorKind.InvalidArgument,
        new("\"{0}\" is neither an account, an address nor a network.", "“{0}”不是账号、地址或网段。"),
        new(
            "Write an account as user:100, an address as 203.0.113.7, a network as 203.0.113.0/24; IPv6 likewise.",
            "账号写作 user:100，地址写作 203.0.113.7，网段写作 203.0.113.0/24；IPv6 同理。"));
}
