using System.Collections.Frozen;
using System.Globalization;
using System.Net.Http.Headers;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The rules for the values of headers in an answer, and for repeated headers.</summary>
internal static class HeaderValues
{
    // A second value contradicts the first one, and everybody on the way chooses another of them.
    private static readonly FrozenSet<string> Single = FrozenSet.ToFrozenSet(
        ["content-disposition", "content-type", "etag", "expires", "last-modified", "location", "retry-after"]);

    /// <summary>Whether a header may be there once only.</summary>
    public static bool IsSingle(string name) => Single.Contains(name);

    /// <summary>Whether a header can be sent with this value.</summary>
    /// <param name="name">One that plugins may set.</param>
    public static bool IsValid(string name, string value) => value.All(c => c is '\t' or (>= ' ' and < '\u007f')) && name switch
    {
        "content-type" => MediaTypeHeaderValue.TryParse(value, out _),
        "etag" => EntityTagHeaderValue.TryParse(value, out var tag) && !tag.Equals(EntityTagHeaderValue.Any),
        "last-modified" => IsDate(value),
        "location" => IsTarget(value),
        "retry-after" => IsDate(value) || uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static bool IsDate(string value) => DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    // "javascript:" and the like are no pages.
    private static bool IsTarget(string value) => Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out var target)
        && (!target.IsAbsoluteUri || target.Scheme == Uri.UriSchemeHttp || target.Scheme == Uri.UriSchemeHttps);
}
