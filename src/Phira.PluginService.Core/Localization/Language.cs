using System.Collections.Frozen;

namespace Phira.PluginService.Core.Localization;

/// <summary>
/// A language that the service has texts in: one catalogue file. There is one object for each language of a <see cref="LanguageSet"/>.
/// </summary>
public sealed class Language
{
    private readonly FrozenDictionary<string, TextFormat> _texts;

    internal Language(string tag, CatalogFile file, Language? fallback)
    {
        (Tag, Name, Fallback) = (tag, file.Name, fallback);
        _texts = file.Texts.ToFrozenDictionary(text => text.Key, text => new TextFormat(text.Value), StringComparer.Ordinal);
        IsComplete = file.Fallback is null;
    }

    /// <summary>Simplified Chinese, for callers that name no language.</summary>
    public static Language Chinese => LanguageSet.Embedded.Default;

    /// <summary>English, for the log and for callers whose language the service does not have.</summary>
    public static Language English => LanguageSet.Embedded.English;

    /// <summary>The BCP 47 tag, for example <c>zh-CN</c>.</summary>
    public string Tag { get; }

    /// <summary>Name of the language in the language itself.</summary>
    public string Name { get; }

    /// <summary>
    /// Whether the catalogue has every text. One that has not holds the texts that players see and names a language for all others.
    /// </summary>
    public bool IsComplete { get; }

    /// <summary>The keys of the texts in this catalogue.</summary>
    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The language that has every text: this one, or the one that it falls back to.</summary>
    public Language Complete => IsComplete || Fallback is null ? this : Fallback.Complete;

    private Language? Fallback { get; }

    /// <summary>A text with its placeholders, as it stands in the catalogue.</summary>
    /// <returns>The text; null when neither this catalogue nor the ones it falls back to have it.</returns>
    public string? FindFormat(string key) => Find(key)?.Text;

    /// <inheritdoc />
    public override string ToString() => Tag;

    internal TextFormat? Find(string key) => _texts.TryGetValue(key, out var text) ? text : Fallback?.Find(key);
}
