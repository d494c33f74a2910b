using Microsoft.Net.Http.Headers;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>Tells browsers to keep other sites away from our pages and our pages away from other sites.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // The page names the path that it is served below as its base.
    private const string DashboardPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    // Swagger UI writes style attributes from its scripts and shows pictures that are part of its style sheet.
    private const string SwaggerPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Failures clear the headers of an answer begun before: set them when it really starts.
        context.Response.OnStarting(Apply, context);
        return next(context);
    }

    private static Task Apply(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = context.Request.Path.StartsWithSegments(ServicePaths.ApiDocument, StringComparison.OrdinalIgnoreCase) ? SwaggerPolicy : DashboardPolicy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers[HeaderNames.CacheControl] = "no-store";
        }

        return Task.CompletedTask;
    }
}
