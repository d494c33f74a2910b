using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Errors;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Reads what a plugin gets to see of a request.</summary>
internal static class PluginRequestReader
{
    private const int BufferBytes = 16 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ImmutableArray<KeyValuePair<string, string>> Headers(HttpRequest request) =>
    [
        .. request.Headers.Where(header => VisibleHeaders.Includes(header.Key))
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
    /// <returns>The body; or why it is not taken: it is too large, takes too long, or the plugin has too many of them.</returns>
    public static async Task<Result<ReadOnlyMemory<byte>>> ReadBodyAsync(
        HttpRequest request, PluginName plugin, IRoutePlace place, int maximum, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false })
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        if (request.ContentLength > maximum)
        {
            return new Error(ApiErrors.TooLarge);
        }

        if (!place.TryBeginBody())
        {
            return new Error(RouteErrors.Busy, plugin.Value);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = maximum;
        }

        try
        {
            var body = await CollectAsync(request.Body, plugin, place, maximum, cancellationToken);
            place.EndBody();
            return body;
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new Error(ApiErrors.TooLarge);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status408RequestTimeout)
        {
            // The server has a rate below which it reads no further.
            return new Error(PluginRouteErrors.BodyTimedOut, plugin.Value);
        }
    }

    /// <summary>Text where the type says so and it really is UTF-8; bytes otherwise.</summary>
    public static RouteBody Decode(string? contentType, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return RouteBody.Empty;
        }

        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && IsText(type))
        {
            try
            {
                return new RouteBody(Strict.GetString(bytes.Span), default);
            }
            catch (DecoderFallbackException)
            {
                // It says so, and is not.
            }
        }

        return new RouteBody(null, bytes);
    }

    private static async Task<Result<ReadOnlyMemory<byte>>> CollectAsync(
        Stream source, PluginName plugin, IRoutePlace place, int maximum, CancellationToken cancellationToken)
    {
        // It grows with what has come, and not with what is announced.
        using var body = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (await source.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (body.Length + count > maximum)
            {
                return new Error(ApiErrors.TooLarge);
            }

            if (!place.TryHold(count))
            {
                return new Error(RouteErrors.Busy, plugin.Value);
            }

            await body.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        return new ReadOnlyMemory<byte>(body.GetBuffer(), 0, (int)body.Length);
    }

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
