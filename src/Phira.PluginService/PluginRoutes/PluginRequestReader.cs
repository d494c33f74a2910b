using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Web;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Reads what a plugin gets to see of a request.</summary>
internal static class PluginRequestReader
{
    private const int BufferBytes = 16 * 1024;

    // With these a plugin could act as the caller, or would learn what only the host and its proxies have to know; a Referer may hold a page ticket.
    private static readonly FrozenSet<string> Hidden = FrozenSet.ToFrozenSet(
        [
            "authorization", "connection", "cookie", "forwarded", "host", "keep-alive", "proxy-authorization", "proxy-connection", "referer", "te", "trailer",
            "transfer-encoding", "upgrade", "via", "x-admin-token", "x-real-ip", "content-length",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] HiddenPrefixes = ["x-forwarded-", "x-original-"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImmutableArray<KeyValuePair<string, string>> Headers(HttpRequest request) =>
    [
        .. request.Headers.Where(header => IsVisible(header.Key))
            .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key.ToLowerInvariant(), value ?? ""))),
    ];

    public static ImmutableArray<KeyValuePair<string, string>> Query(HttpRequest request)
    {
        // The framework's collection groups by name; plugins get the order in which the query was sent.
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return pairs.ToImmutable();
    }

    /// <summary>Reads the body.</summary>
    /// <returns>The body; null when it is larger than allowed.</returns>
    public static async Task<RouteBody?> ReadBodyAsync(HttpRequest request, int maximum, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maximum)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = maximum;
        }

        using var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        try
        {
            while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var count)
            {
                if (body.Length + count > maximum)
                {
                    return null;
                }

                await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        return Decode(request.ContentType, body.ToArray());
    }

    /// <summary>Text where the type says so and it really is UTF-8; bytes otherwise.</summary>
    public static RouteBody Decode(string? contentType, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return RouteBody.Empty;
        }

        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && IsText(type))
        {
            try
            {
                return new RouteBody(Strict.GetString(bytes), default);
            }
            catch (DecoderFallbackException)
            {
                // It says so, and is not.
            }
        }

        return new RouteBody(null, bytes);
    }

    private static bool IsVisible(string name) =>
        !Hidden.Contains(name) && !Array.Exists(HiddenPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsText(MediaTypeHeaderValue type)
    {
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        var isUtf8 = charset.Length == 0
            || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
        return isUtf8
            && (type.Type.Equals("text", StringComparison.OrdinalIgnoreCase)
                || type.MatchesMediaType("application/json")
                || type.MatchesMediaType("application/xml")
                || type.MatchesMediaType("application/javascript")
                || type.MatchesMediaType("application/x-www-form-urlencoded")
                || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
                || type.Suffix.Equals("xml", StringComparison.OrdinalIgnoreCase));
    }
}
