using System.Collections.Immutable;

namespace Phira.PluginService.Core.Localization;

/// <summary>A text that somebody else wrote in one language or more, such as the description of a plugin.</summary>
/// <param name="Versions">The text by language tag, in the writer's order; an empty tag is for a text whose language is not known.</param>
public sealed record TranslatedText(ImmutableArray<KeyValuePair<string, string>> Versions)
{
    /// <summary>A text whose language is not known.</summary>
    /// <param name="text">The text.</param>
    public static TranslatedText Unknown(string text) => new([KeyValuePair.Create("", text)]);

    /// <summary>A text whose language is not known.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator TranslatedText(string text) => Unknown(text);

    /// <summary>The version for a language: with its tag, else in another form of it, else the English one, else the first.</summary>
    /// <param name="language">The language.</param>
    public string In(Language language) =>
        Versions.Select(version => (Rank: Rank(version.Key, language), Text: version.Value)).MinBy(version => version.Rank).Text;

    /// <inheritdoc />
    public bool Equals(TranslatedText? other) => other is not null && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc />
    public override int GetHashCode() => Versions.Aggregate(0, HashCode.Combine);

    /// <summary>The English version, if there is one, else the first.</summary>
    public override string ToString() => In(Language.English);

    private static int Rank(string tag, Language language) =>
        tag.Equals(language.Tag, StringComparison.OrdinalIgnoreCase) ? 0
        : LanguageSet.Embedded.Find(tag) is not { } found ? 3
        : found.Complete.Tag == language.Complete.Tag ? 1
        : found == Language.English ? 2
        : 3;
}
