using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Phira.PluginService.Core.Localization;

/// <summary>
/// The languages that there are catalogues for. The service's own are the JSON files embedded from the folder <c>Catalogs</c>, one for each
/// language; a file more is a language more. They are not resource files, because the process runs without ICU data
/// (InvariantGlobalization), where the runtime knows no cultures and loads no satellite assemblies.
/// </summary>
public sealed class LanguageSet
{
    private const string DefaultTag = "zh-CN";
    private const string EnglishTag = "en";
    private const string Folder = "Catalogs/";
    private const string Extension = ".json";

    private readonly FrozenDictionary<string, Language> _served;

    private LanguageSet(ImmutableArray<Language> all, FrozenDictionary<string, Language> served)
    {
        All = all;
        Offered = [.. all.Where(language => language.IsComplete)];
        Default = all.Single(language => language.Tag == DefaultTag);
        English = all.Single(language => language.Tag == EnglishTag);
        _served = served;
    }

    /// <summary>The service's own languages.</summary>
    public static LanguageSet Embedded { get; } = Load(EmbeddedFiles());

    /// <summary>Every language: the default one first, English second, then by tag.</summary>
    public ImmutableArray<Language> All { get; }

    /// <summary>The languages that have every text, in the same order. Administrators are answered in these.</summary>
    public ImmutableArray<Language> Offered { get; }

    /// <summary>For callers that name no language.</summary>
    public Language Default { get; }

    /// <summary>For the log, and for callers whose language there is no catalogue for.</summary>
    public Language English { get; }

    /// <summary>Reads catalogues.</summary>
    /// <param name="catalogs">Tags of the languages, with their files.</param>
    /// <exception cref="System.Text.Json.JsonException">A file is not a catalogue.</exception>
    public static LanguageSet Load(IEnumerable<KeyValuePair<string, Stream>> catalogs)
    {
        var files = new Dictionary<string, CatalogFile>(StringComparer.Ordinal);
        foreach (var (tag, stream) in catalogs)
        {
            using (stream)
            {
                files.Add(tag, CatalogFile.Read(stream));
            }
        }

        var made = new Dictionary<string, Language>(StringComparer.Ordinal);
        ImmutableArray<Language> all = [.. files.Keys.OrderBy(Rank).ThenBy(tag => tag, StringComparer.Ordinal).Select(Make)];
        var served = new Dictionary<string, Language>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in all)
        {
            foreach (var tag in files[language.Tag].Serves.Add(language.Tag))
            {
                served.TryAdd(tag, language);
            }
        }

        return new LanguageSet(all, served.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));

        // A text that a catalogue lacks is English, so that English itself comes first.
        Language Make(string tag)
        {
            if (!made.TryGetValue(tag, out var language))
            {
                var fallback = tag == EnglishTag ? null : Make(files[tag].Fallback ?? EnglishTag);
                made[tag] = language = new Language(tag, files[tag], fallback);
            }

            return language;
        }
    }

    /// <summary>The service's own catalogues.</summary>
    /// <returns>Tags of the languages, with their files.</returns>
    public static IEnumerable<KeyValuePair<string, Stream>> EmbeddedFiles() =>
        from name in typeof(LanguageSet).Assembly.GetManifestResourceNames()
        where name.StartsWith(Folder, StringComparison.Ordinal)
        select KeyValuePair.Create(
            name[Folder.Length..^Extension.Length], typeof(LanguageSet).Assembly.GetManifestResourceStream(name)!);

    /// <summary>
    /// Finds the language for a tag such as <c>zh-Hant-TW</c>: the first part after the primary language that a catalogue serves decides,
    /// otherwise the primary language.
    /// </summary>
    /// <param name="tag">The tag; null or empty when there is none.</param>
    /// <returns>The language; null when there is no catalogue for it.</returns>
    public Language? Find(string? tag)
    {
        if (string.IsNullOrEmpty(tag))
        {
            return null;
        }

        var parts = tag.Replace('_', '-').Split('-');
        foreach (var part in parts.AsSpan(1))
        {
            if (_served.TryGetValue($"{parts[0]}-{part}", out var exact))
            {
                return exact;
            }
        }

        return _served.GetValueOrDefault(parts[0]);
    }

    /// <summary>
    /// The language for an account's tag among those that have every text: the default one when there is no tag, English when there is no
    /// catalogue for it.
    /// </summary>
    /// <param name="tag">A tag such as <c>zh-TW</c>; null or empty when there is none.</param>
    public Language Nearest(string? tag) => string.IsNullOrEmpty(tag) ? Default : (Find(tag) ?? English).Complete;

    private static int Rank(string tag) => tag switch { DefaultTag => 0, EnglishTag => 1, _ => 2 };
}
