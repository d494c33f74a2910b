using Microsoft.Net.Http.Headers;
using Phira.PluginService.Http;

namespace Phira.PluginService.Auth;

/// <summary>
/// Whether a request comes from our own pages. A browser adds the session cookie by itself, so a cookie alone does not prove that the
/// administrator meant it: another service on the same machine is "same site" for the cookie although it has another port.
/// </summary>
internal sealed class SameOrigin(PublicAddress address)
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>Whether a request can change something or open a lasting channel, and so has to come from our own pages.</summary>
    public static bool IsNeeded(HttpContext context) =>
        !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method))
        || context.WebSockets.IsWebSocketRequest
        || string.Equals(context.Request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the browser says that the page asking is ours.</summary>
    public bool IsProven(HttpRequest request)
    {
        var site = request.Headers[FetchSite].ToString();
        return site.Length > 0
            ? string.Equals(site, "same-origin", StringComparison.Ordinal)
            : address.IsOwn(request, request.Headers.Origin.ToString());
    }

    /// <summary>
    /// Whether the browser says that a page of another origin asks, which includes pages without origin. Unlike <see cref="IsDisproven"/>, nobody asks
    /// for an address that was typed.
    /// </summary>
    public bool IsForeign(HttpRequest request)
    {
        var site = request.Headers[FetchSite].ToString();
        return site.Length > 0
            ? site is not ("same-origin" or "none")
            : request.Headers.ContainsKey(HeaderNames.Origin) && !address.IsOwn(request, request.Headers.Origin.ToString());
    }

    /// <summary>Whether the browser says that the page asking is somebody else's; false for programs, which say nothing.</summary>
    public bool IsDisproven(HttpRequest request) =>
        (request.Headers.ContainsKey(FetchSite) || request.Headers.ContainsKey(HeaderNames.Origin)) && !IsProven(request);
}
