namespace Phira.PluginService.Http;

/// <summary>Scheme, host and port: what browsers call the origin of a page.</summary>
internal sealed record WebOrigin(string Scheme, string Host, int Port)
{
    public bool IsHttps => string.Equals(Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    /// <summary>Reads an origin as browsers send it; null when it is none, for example <c>null</c>.</summary>
    public static WebOrigin? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? new WebOrigin(uri.Scheme, HostName.Normalize(uri.Host), uri.Port)
            : null;

    /// <summary>The origin that a request addresses.</summary>
    // Read from the header: the framework's own property throws at what only looks like Punycode.
    public static WebOrigin? Of(HttpRequest request) => Parse($"{request.Scheme}://{request.Headers.Host}");

    public override string ToString() =>
        new UriBuilder(Scheme, Host, Port).Uri.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
}
