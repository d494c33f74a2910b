using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>
/// Keeps pages of plugins apart from the dashboard, although both may come from one address: browsers give each such page an origin of its own, which
/// has neither the dashboard's cookie nor its storage, and let it load only what the same plugin serves.
/// </summary>
internal static class PluginPolicy
{
    private const string Sandbox = "sandbox allow-scripts allow-forms allow-downloads allow-modals";

    /// <summary>The content security policy of everything below <c>/plugins</c>.</summary>
    /// <param name="path">The rest of the address after <c>/plugins</c>.</param>
    public static string Of(HttpRequest request, PublicAddress address, string path)
    {
        var name = path.Split('/') is ["", var first, ..] && PluginName.TryParse(first, out var plugin) ? plugin.Value : null;
        var own = name is null ? "'none'"
            : string.Join(' ', OriginsOf(request, address).Select(origin => $"{origin}{address.PathBase}{ServicePaths.Plugins}/{name}/"));
        var data = name is null ? "'none'" : $"{own} data: blob:";

        // Script only from files: what a page shows of players' names and messages must not become code.
        return $"{Sandbox}; default-src 'none'; script-src {own}; style-src {own} 'unsafe-inline'; img-src {data}; font-src {data}; media-src {data}; "
            + $"connect-src {own}; form-action {own}; frame-src {own}; worker-src {own}; base-uri 'none'; object-src 'none'; frame-ancestors {FramedBy(address)}";
    }

    /// <summary>The pages that the dashboard may show in a frame: those of plugins.</summary>
    public static string FramesOf(HttpRequest request, PublicAddress address) =>
        string.Join(' ', OriginsOf(request, address).Select(origin => $"{origin}{address.PathBase}{ServicePaths.Plugins}/"));

    /// <summary>Sets the headers of an answer.</summary>
    public static void Apply(HttpContext context, PublicAddress address, string path)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Of(context.Request, address, path);
        headers.XContentTypeOptions = "nosniff";
        if (address.PluginOrigin is null)
        {
            headers.XFrameOptions = "SAMEORIGIN";
        }
        else
        {
            // It cannot name another host; frame-ancestors does.
            headers.Remove(HeaderNames.XFrameOptions);
        }

        headers["Referrer-Policy"] = "no-referrer";

        // To its own files a page without origin is a stranger. A sandboxed page with another opener policy would not be shown at all.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (context.Request.Headers.Origin == "null")
        {
            headers.AccessControlAllowOrigin = "null";
            headers.AccessControlExposeHeaders = "*";
        }
    }

    private static string FramedBy(PublicAddress address) => address.PluginOrigin is null ? "'self'" : $"{address.Origin}";

    private static IEnumerable<WebOrigin> OriginsOf(HttpRequest request, PublicAddress address) => address.PluginOrigin is { } apart
        ? [apart]
        : new[] { address.Origin, WebOrigin.Of(request) }.OfType<WebOrigin>().Distinct();
}
