using Microsoft.AspNetCore.Diagnostics;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Gives the framework's bare statuses (no such route, wrong method, wrong media type) a body.</summary>
internal static class StatusPages
{
    public static Task WriteAsync(StatusCodeContext status)
    {
        var context = status.HttpContext;
        var error = context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => new Error(AuthErrors.Required),
            StatusCodes.Status403Forbidden => new Error(AuthErrors.Forbidden),
            StatusCodes.Status404NotFound => new Error(ApiErrors.NoSuchEndpoint),
            StatusCodes.Status405MethodNotAllowed => new Error(ApiErrors.MethodNotAllowed, context.Request.Method),
            StatusCodes.Status412PreconditionFailed => new Error(ApiErrors.PreconditionFailed),
            StatusCodes.Status413PayloadTooLarge => new Error(ApiErrors.TooLarge),
            StatusCodes.Status415UnsupportedMediaType => new Error(ApiErrors.MediaTypeUnsupported),
            StatusCodes.Status503ServiceUnavailable => new Error(ApiErrors.Unavailable),
            >= StatusCodes.Status500InternalServerError => new Error(ApiErrors.Internal),
            var other => new Error(ApiErrors.Malformed, $"HTTP {other}."),
        };
        return ProblemWriter.WriteAsync(context, error, context.Response.StatusCode);
    }
}
