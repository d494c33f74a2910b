namespace Phira.PluginService.Core.Localization;

/// <summary>Reads the language tags that accounts carry.</summary>
public static class LanguageTags
{
    /// <summary>The nearest of the languages that the host's texts exist in: Chinese for every kind of it and for no tag at all, English otherwise.</summary>
    /// <param name="tag">A tag such as <c>zh-TW</c>; empty or null when there is none.</param>
    public static Language Nearest(string? tag) =>
        string.IsNullOrEmpty(tag) || tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
}
