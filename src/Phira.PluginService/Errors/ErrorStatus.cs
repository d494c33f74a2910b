using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>The HTTP status and the title of each sort of failure.</summary>
internal static class ErrorStatus
{
    // HTTP has statuses of its own for these, which the kinds of failures do not tell apart.
    private static readonly Dictionary<ErrorCode, int> OfCode = new()
    {
        [ApiErrors.MethodNotAllowed] = StatusCodes.Status405MethodNotAllowed,
        [ApiErrors.TooLarge] = StatusCodes.Status413PayloadTooLarge,
        [ApiErrors.MediaTypeUnsupported] = StatusCodes.Status415UnsupportedMediaType,
        [PluginRouteErrors.BodyTimedOut] = StatusCodes.Status408RequestTimeout,
        [PluginRouteErrors.TimedOut] = StatusCodes.Status504GatewayTimeout,
    };

    public static int Of(ErrorCode code) => OfCode.TryGetValue(code, out var status) ? status : Of(code.Kind);

    public static LocalizedText TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => LocalizedText.Of("http.bad_request"),
        StatusCodes.Status401Unauthorized => LocalizedText.Of("http.unauthorized"),
        StatusCodes.Status403Forbidden => LocalizedText.Of("http.forbidden"),
        StatusCodes.Status404NotFound => LocalizedText.Of("http.not_found"),
        StatusCodes.Status405MethodNotAllowed => LocalizedText.Of("http.method_not_allowed"),
        StatusCodes.Status408RequestTimeout => LocalizedText.Of("http.request_timeout"),
        StatusCodes.Status409Conflict => LocalizedText.Of("http.conflict"),
        StatusCodes.Status412PreconditionFailed => LocalizedText.Of("http.precondition_failed"),
        StatusCodes.Status413PayloadTooLarge => LocalizedText.Of("http.payload_too_large"),
        StatusCodes.Status415UnsupportedMediaType => LocalizedText.Of("http.unsupported_media_type"),
        StatusCodes.Status422UnprocessableEntity => LocalizedText.Of("http.unprocessable_entity"),
        StatusCodes.Status429TooManyRequests => LocalizedText.Of("http.too_many_requests"),
        StatusCodes.Status502BadGateway => LocalizedText.Of("http.bad_gateway"),
        StatusCodes.Status503ServiceUnavailable => LocalizedText.Of("http.service_unavailable"),
        StatusCodes.Status504GatewayTimeout => LocalizedText.Of("http.gateway_timeout"),
        StatusCodes.Status507InsufficientStorage => LocalizedText.Of("http.insufficient_storage"),
        _ => LocalizedText.Of("http.internal_fault"),
    };

    private static int Of(ErrorKind kind) => kind switch
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
}
