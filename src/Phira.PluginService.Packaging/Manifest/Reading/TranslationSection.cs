using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads a text that is only shown to people: a string, or a table with one string a language.</summary>
internal static partial class TranslationSection
{
    public static TranslatedText? Read(ManifestTable table, string key, int maximumLength)
    {
        if (table.Find(key) is not { Value.Kind: TomlKind.Table })
        {
            return table.ShownText(key, maximumLength) is { } text ? TranslatedText.Unknown(text) : null;
        }

        var versions = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var languages = table.Table(key)!;
        if (languages.Members.Count == 0)
        {
            table.Problems.Add(table.Find(key)!.Location, ManifestErrors.Empty, table.Full(key));
        }

        foreach (var member in languages.Members)
        {
            if (!Tag().IsMatch(member.Key))
            {
                table.Problems.Add(member.Location, ManifestErrors.BadLanguage, table.Full(key), member.Key);
            }
            else if (languages.ShownText(member.Key, maximumLength) is { } text)
            {
                versions.Add(new(member.Key, text));
            }
        }

        return versions.Count == 0 ? null : new TranslatedText(versions.ToImmutable());
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Tag();
}
