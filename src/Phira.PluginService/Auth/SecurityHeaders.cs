using Microsoft.Net.Http.Headers;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>Tells browsers to keep other sites away from our pages and our pages away from other sites.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, PublicAddress address)
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
        // The path may be another by then: keep the one that was asked for.
        var path = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            if (path.StartsWithSegments(ServicePaths.Plugins, StringComparison.OrdinalIgnoreCase, out var rest))
            {
                PluginPolicy.Apply(context, address, rest.Value ?? "");
            }
            else
            {
                Apply(context, path, address);
            }

            SetCaching(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Apply(HttpContext context, PathString path, PublicAddress address)
    {
        var headers = context.Response.Headers;
        headers[HeaderNames.ContentSecurityPolicy] = path.StartsWithSegments(ServicePaths.ApiDocument, StringComparison.OrdinalIgnoreCase)
            ? SwaggerPolicy
            : $"{DashboardPolicy}; frame-src {PluginPolicy.FramesOf(context.Request, address)}";
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
    }

    private static void SetCaching(IHeaderDictionary headers)
    {
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers[HeaderNames.CacheControl] = "no-store";
        }
    }
}
