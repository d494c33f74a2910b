using Microsoft.Extensions.Options;

namespace Phira.PluginService.Http;

/// <summary>The address of the dashboard for browsers: <c>[http] public_url</c> and <c>path_base</c>, put together.</summary>
internal sealed class PublicAddress
{
    public PublicAddress(IOptions<HttpOptions> options)
    {
        var http = options.Value;
        Origin = WebOrigin.Parse(http.PublicUrl);
        PluginOrigin = WebOrigin.Parse(http.PluginUrl);
        PathBase = (http.PathBase.Length > 0 || Origin is null ? http.PathBase : new Uri(http.PublicUrl).AbsolutePath).TrimEnd('/');
    }

    /// <summary>The configured origin; null when only the request tells it.</summary>
    public WebOrigin? Origin { get; }

    /// <summary>The origin that is for plugins only; null when they share the dashboard's.</summary>
    public WebOrigin? PluginOrigin { get; }

    /// <summary>The path before every path of the service, such as <c>/phira</c>; empty at the root.</summary>
    public string PathBase { get; }

    /// <summary>The path of the dashboard's first page, with a slash at its end.</summary>
    public string Root => PathBase + "/";

    /// <summary>Whether a request is addressed to the host that is for plugins only.</summary>
    public bool IsPluginHost(HttpRequest request) => PluginOrigin is { } own && HostName.Normalize(request.Host.Host) == own.Host;

    /// <summary>Whether a page of this origin is ours: that of the configured address, or that of the address the request was sent to.</summary>
    public bool IsOwn(HttpRequest request, string origin) =>
        WebOrigin.Parse(origin) is { } page && (page == Origin || page == WebOrigin.Of(request));

    /// <summary>Whether the browser speaks HTTPS, although a proxy may pass the request on without saying so.</summary>
    public bool IsHttps(HttpRequest request) =>
        request.IsHttps
        || (Origin is { IsHttps: true } own
            && (HostName.Normalize(request.Host.Host) == own.Host || WebOrigin.Parse(request.Headers.Origin.ToString()) == own));
}
