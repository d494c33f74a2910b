using System.Collections.Immutable;

namespace Phira.PluginService.Core.Localization;

/// <summary>A text that somebody else wrote in one language or more, such as the description of a plugin.</summary>
/// <param name="Versions">The text by language tag, in the writer's order; an empty tag is for a text whose language is not known.</param>
public sealed record TranslatedText(ImmutableArray<KeyValuePair<string, string>> Versions)
{
    /// <summary>A text whose language is not known.</summary>
    public static TranslatedText Unknown(string text) => new([KeyValuePair.Create("", text)]);

    /// <summary>A text whose language is not known.</summary>
    public static implicit operator TranslatedText(string text) => Unknown(text);

    /// <summary>The version for a language: with its tag, else in another form of it, else the English one, else the first.</summary>
    public string In(Language language) =>
        Versions.Select(version => (Rank: Rank(version.Key, language), Text: version.Value)).MinBy(version => version.Rank).Text;

    /// <summary>
    /// The version for an account: with its tag, else in another form of its language; else the English one, or the Chinese one when the account
    /// names no language; else the other of both, else the first.
    /// </summary>
    /// <param name="tag">The language tag of the account; empty when it is not known.</param>
    /// <returns>The version with its own tag.</returns>
    public KeyValuePair<string, string> For(string tag) => Versions.Length == 1 ? Versions[0] : Versions.MinBy(version => Rank(version.Key, tag));

    /// <inheritdoc />
    public bool Equals(TranslatedText? other) => other is not null && Versions.SequenceEqual(other.Versions);

    /// <inheritdoc />
    public override int GetHashCode() => Versions.Aggregate(0, HashCode.Combine);

    /// <summary>The English version, if there is one, else the first.</summary>
    public override string ToString() => In(Language.English);

    private static int Rank(string version, string account)
    {
        if (version.Equals(account, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        var language = LanguageSet.Embedded.Find(version);
        if (language is not null && language == LanguageSet.Embedded.Find(account))
        {
            return 1;
        }

        return Primary(version).Equals(Primary(account), StringComparison.OrdinalIgnoreCase) ? 2
            : language is null ? 5
            : (language == Language.English) == (account.Length > 0) ? 3
            : 4;
    }

    private static ReadOnlySpan<char> Primary(string tag) => tag.AsSpan(0, tag.AsSpan().IndexOfAny('-', '_') is >= 0 and var end ? end : tag.Length);

    private static int Rank(string tag, Language language) =>
        tag.Equals(language.Tag, StringComparison.OrdinalIgnoreCase) ? 0
        : LanguageSet.Embedded.Find(tag) is not { } found ? 3
        : found.Complete.Tag == language.Complete.Tag ? 1
        : found == Language.English ? 2
        : 3;
}
