using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Values;
using Semver;

namespace Phira.PluginService.Plugins.Packages.Adoption;

/// <summary>Writes a <c>plugin.toml</c> for a component that has none. It requests no permission: those that may be needed are comments.</summary>
internal static class ManifestProposal
{
    private const string FirstVersion = "0.1.0";
    // Shorter than a name may be, so that a number fits behind it.
    private const int LongestName = 60;
    private const string Prefix = WitPackage.Name + "/";

    /// <summary>Writes the manifest.</summary>
    /// <param name="imports">The imports: names of interfaces, perhaps with <c>#function</c> and the rest.</param>
    public static string Write(
        string file,
        PluginName name,
        ComponentMetadata metadata,
        IReadOnlyCollection<string> imports,
        HostInterfaceSet interfaces,
        string abi,
        Language language)
    {
        var text = new StringBuilder().Append("# ").Append(LocalizedText.Of("adoption.introduction", OneLine(file)).In(language)).Append('\n');
        if (!metadata.BuiltWith.IsEmpty)
        {
            var tools = LocalizedText.List(metadata.BuiltWith.Select(LocalizedText.Literal));
            text.Append("# ").Append(LocalizedText.Of("adoption.built_with", tools).In(language)).Append('\n');
        }

        text.Append('\n');
        Add(text, "name", name.Value);
        Add(text, "version", IsVersion(metadata.Version) ? metadata.Version : FirstVersion);
        Add(text, "abi_version", abi);
        Add(text, "author", metadata.Authors);
        Add(text, "description", metadata.Description);
        Add(text, "license", metadata.Licenses);
        Add(text, "website", metadata.Homepage);
        var permissions = FindPermissions(imports, interfaces);
        if (permissions.Count > 0)
        {
            text.Append("\n# ").Append(LocalizedText.Of("adoption.permissions").In(language)).Append("\n[permissions]\n");
            foreach (var (permission, functions) in permissions)
            {
                text.Append("# ").Append(permission).Append(" = true  # ").AppendJoin(", ", functions).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>A plugin name made of the name of a file; null when nothing of it can stand in one.</summary>
    public static PluginName? NameOf(string? file)
    {
        var text = new StringBuilder();
        foreach (var c in Path.GetFileNameWithoutExtension(file ?? "").ToLowerInvariant())
        {
            var isKept = char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
            if (isKept || (text.Length > 0 && text[^1] != '-'))
            {
                text.Append(isKept ? c : '-');
            }
        }

        return PluginName.TryParse(text.ToString()[..Math.Min(text.Length, LongestName)].TrimEnd('-'), out var name) ? name : null;
    }

    private static SortedDictionary<string, SortedSet<string>> FindPermissions(IReadOnlyCollection<string> imports, HostInterfaceSet interfaces)
    {
        var found = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var import in imports.Where(import => import.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var interfaceName = import[Prefix.Length..].Split('@', '#')[0];
            var function = import.Contains('#', StringComparison.Ordinal) ? import.Split('#')[1].Split('(')[0] : null;
            var definition = interfaces.All.FirstOrDefault(candidate => candidate.Name == interfaceName);
            foreach (var known in definition?.Functions.Where(candidate => function is null || candidate.Name == function) ?? [])
            {
                Note(known.Permission ?? known.ConditionalPermission, $"{interfaceName}.{known.Name}");
            }
        }

        return found;

        void Note(string? permission, string function)
        {
            if (permission is not null)
            {
                if (!found.TryGetValue(permission, out var functions))
                {
                    found[permission] = functions = new SortedSet<string>(StringComparer.Ordinal);
                }

                functions.Add(function);
            }
        }
    }

    private static bool IsVersion(string? text) => SemVersion.TryParse(text, SemVersionStyles.Strict, out _);

    private static void Add(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append(key).Append(" = ").Append(Quote(value)).Append('\n');
        }
    }

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in OneLine(value).EnumerateRunes())
        {
            text.Append(rune.Value is '"' or '\\' ? $"\\{rune}" : rune.ToString());
        }

        return text.Append('"').ToString();
    }

    private static string OneLine(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => EntryPath.IsInvisible(rune) ? " " : rune.ToString()));
}
