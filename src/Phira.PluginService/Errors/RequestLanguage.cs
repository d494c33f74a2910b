using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Errors;

/// <summary>The language of an answer, from what the caller accepts.</summary>
internal static class RequestLanguage
{
    /// <summary>The best match of <c>Accept-Language</c>; Chinese when it names neither language.</summary>
    public static Language Of(HttpRequest request)
    {
        var accepted = new RequestHeaders(request.Headers).AcceptLanguage;
        return accepted
            .OrderByDescending(item => item.Quality ?? 1)
            .Where(item => item.Quality is not 0)
            .Select(Find)
            .FirstOrDefault(language => language is not null) ?? Language.Chinese;
    }

    /// <summary>Reads a language tag such as <c>zh-Hans-CN</c> or <c>en</c>.</summary>
    /// <returns>The language, or null when it is not one of ours.</returns>
    public static Language? Parse(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOf('-');
        var primary = end < 0 ? tag : tag[..end];
        if (primary.Equals("zh", StringComparison.OrdinalIgnoreCase))
        {
            return Language.Chinese;
        }

        return primary.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.English : null;
    }

    /// <summary>The tag of a language, for headers and group names.</summary>
    public static string TagOf(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    private static Language? Find(StringWithQualityHeaderValue item) => Parse(item.Value.AsSpan());
}
