using Microsoft.AspNetCore.Http.Headers;
using Phira.PluginService.Core.Localization;

namespace Phira.PluginService.Errors;

/// <summary>The language of an answer, from what the caller accepts. Offered are the languages that have every text.</summary>
internal static class RequestLanguage
{
    /// <summary>The best match of <c>Accept-Language</c>; the default language when there is a catalogue for none of it.</summary>
    public static Language Of(HttpRequest request)
    {
        var languages = LanguagesOf(request);
        return new RequestHeaders(request.Headers).AcceptLanguage
            .OrderByDescending(item => item.Quality ?? 1)
            .Where(item => item.Quality is not 0)
            .Select(item => languages.Find(item.Value.ToString())?.Complete)
            .FirstOrDefault(language => language is not null) ?? languages.Default;
    }

    /// <summary>The language for a tag that a caller sent, such as <c>zh-Hans-CN</c> or <c>en</c>.</summary>
    /// <returns>The language, or null when there is no catalogue for it.</returns>
    public static Language? Find(HttpRequest request, string? tag) => LanguagesOf(request).Find(tag)?.Complete;

    private static LanguageSet LanguagesOf(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<LanguageSet>();
}
