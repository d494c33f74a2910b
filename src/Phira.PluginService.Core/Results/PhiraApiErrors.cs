namespace Phira.PluginService.Core.Results;

/// <summary>Failures of the Phira HTTP API, which knows accounts, charts and records.</summary>
public static class PhiraApiErrors
{
    /// <summary>{0}: what was asked for, for example <c>chart 5</c>.</summary>
    public static readonly ErrorCode NotFound = new(
        "phira_api.not_found",
        ErrorKind.NotFound,
        new("The Phira API knows no {0}.", "Phira API 中不存在 {0}。"),
        new("Check the number.", "请检查编号。"));

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode Rejected = new(
        "phira_api.rejected",
        ErrorKind.PermissionDenied,
        new("The Phira API refused the request for {0}.", "Phira API 拒绝了对 {0} 的请求。"),
        new("Log in again in the game.", "请在游戏中重新登录。"));

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode Unavailable = new(
        "phira_api.unavailable",
        ErrorKind.Unavailable,
        new("The Phira API did not answer the request for {0} in time.", "Phira API 未能及时响应对 {0} 的请求。"),
        new("Check the network and phira_api.base_url, then try again.", "请检查网络和 phira_api.base_url，然后重试。"));

    /// <summary>{0}: what was asked for.</summary>
    public static readonly ErrorCode BadAnswer = new(
        "phira_api.bad_answer",
        ErrorKind.Unavailable,
        new("The Phira API gave an answer for {0} that cannot be read.", "Phira API 对 {0} 的响应无法解析。"),
        new("Check that phira_api.base_url is a Phira API.", "请确认 phira_api.base_url 指向 Phira API。"));
}
