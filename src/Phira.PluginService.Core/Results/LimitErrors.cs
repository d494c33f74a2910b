namespace Phira.PluginService.Core.Results;

/// <summary>Refusals of limits that administrators set.</summary>
public static class LimitErrors
{
    /// <summary>{0}: name; {1}: the limits there are.</summary>
    public static readonly ErrorCode Unknown = new(
        "limits.unknown",
        ErrorKind.InvalidArgument,
        new("There is no limit {0}.", "没有名为 {0} 的限制。"),
        new("Use one of: {1}.", "请使用以下之一：{1}。"));

    /// <summary>{0}: limit; {1}: value; {2}: minimum; {3}: maximum.</summary>
    public static readonly ErrorCode OutOfRange = new(
        "limits.out_of_range",
        ErrorKind.Unprocessable,
        new("The limit {0} would be {1}; this host allows {2} to {3}.", "限制 {0} 将为 {1}；本服务允许 {2} 到 {3}。"),
        new(
            "Choose a value in this range, or change the section [limits.maximum] of phira.toml.",
            "请在该范围内取值，或修改 phira.toml 的 [limits.maximum]。"));

    /// <summary>{0}: number of limits.</summary>
    public static readonly ErrorCode Refused = new(
        "limits.refused",
        ErrorKind.Unprocessable,
        new("{0} limits are refused; none was changed.", "有 {0} 项限制被拒绝；未作任何更改。"),
        new("Correct every limit listed.", "请逐一修正列出的限制。"));
}
