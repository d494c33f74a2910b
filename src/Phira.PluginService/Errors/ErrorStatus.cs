using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>The HTTP status and the title of each sort of failure.</summary>
internal static class ErrorStatus
{
    public static int Of(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => StatusCodes.Status400BadRequest,
        ErrorKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        ErrorKind.PermissionDenied => StatusCodes.Status403Forbidden,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        ErrorKind.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.QuotaExceeded => StatusCodes.Status429TooManyRequests,
        ErrorKind.PluginFault => StatusCodes.Status502BadGateway,
        ErrorKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        ErrorKind.InsufficientStorage => StatusCodes.Status507InsufficientStorage,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static LocalizedText TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("Invalid request", "请求无效"),
        StatusCodes.Status401Unauthorized => new("Not authenticated", "未通过身份验证"),
        StatusCodes.Status403Forbidden => new("Not permitted", "没有权限"),
        StatusCodes.Status404NotFound => new("Not found", "未找到"),
        StatusCodes.Status405MethodNotAllowed => new("Method not allowed", "不允许使用此方法"),
        StatusCodes.Status409Conflict => new("Conflict with the current state", "与当前状态冲突"),
        StatusCodes.Status412PreconditionFailed => new("Changed meanwhile", "内容已被更改"),
        StatusCodes.Status413PayloadTooLarge => new("Too large", "内容过大"),
        StatusCodes.Status415UnsupportedMediaType => new("Media type not supported", "媒体类型不受支持"),
        StatusCodes.Status422UnprocessableEntity => new("Refused by a rule", "不符合规则"),
        StatusCodes.Status429TooManyRequests => new("Too many requests", "请求过多"),
        StatusCodes.Status502BadGateway => new("The plugin failed", "插件出错"),
        StatusCodes.Status503ServiceUnavailable => new("Not available now", "暂不可用"),
        StatusCodes.Status507InsufficientStorage => new("Disk full", "磁盘已满"),
        _ => new("Internal fault", "内部故障"),
    };
}
