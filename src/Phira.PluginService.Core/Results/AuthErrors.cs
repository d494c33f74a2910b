namespace Phira.PluginService.Core.Results;

/// <summary>Failures to prove who is calling.</summary>
public static class AuthErrors
{
    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Required = new(
        "auth.required",
        ErrorKind.Unauthenticated,
        new("This call needs the admin token.", "此调用需要管理令牌。"),
        new(
            "Send it as \"Authorization: Bearer TOKEN\" or open the setup link. The token is in the file admin-token of the data directory.",
            "请以“Authorization: Bearer 令牌”发送，或打开初始设置链接。令牌保存在数据目录的 admin-token 文件中。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Invalid = new(
        "auth.invalid",
        ErrorKind.Unauthenticated,
        new("The admin token is wrong.", "管理令牌不正确。"),
        new(
            "Copy the token from the file admin-token of the data directory, or from PHIRA_AUTH__ADMIN_TOKEN where that is set.",
            "请从数据目录的 admin-token 文件复制令牌；如设置了 PHIRA_AUTH__ADMIN_TOKEN，则以其为准。"));

    /// <summary>{0}: seconds to wait.</summary>
    public static readonly ErrorCode Throttled = new(
        "auth.throttled",
        ErrorKind.QuotaExceeded,
        new("Too many wrong tokens came from this address.", "此地址提交的错误令牌过多。"),
        new("Wait {0} seconds, then send the right token.", "请等待 {0} 秒，再发送正确的令牌。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode CrossSite = new(
        "auth.cross_site",
        ErrorKind.PermissionDenied,
        new("A page of another site tried to act with your session.", "另一个网站的页面试图借用你的会话进行操作。"),
        new(
            "Act from the dashboard itself; scripts send the token as \"Authorization: Bearer TOKEN\" and need no session.",
            "请在管理面板内操作；脚本应以“Authorization: Bearer 令牌”发送令牌，无需会话。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Forbidden = new(
        "auth.forbidden",
        ErrorKind.PermissionDenied,
        new("You may not do this.", "你无权进行此操作。"),
        new("Use a token that may.", "请使用有权限的令牌。"));
}
