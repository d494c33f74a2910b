using System.Collections.Immutable;
using System.Text;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Gives each folder the one name it is known by. A name that several manifests claim goes to the folder with a faultless manifest, then to
/// the folder of that very name, then to a folder before a packed plugin, then to the first; all others are refused and listed under a name made of
/// their folder's.
/// </summary>
internal static class NameAssignment
{
    private const int MaximumLength = 64;

    /// <summary>Assigns names.</summary>
    /// <param name="findings">The findings, ordered by folder.</param>
    /// <returns>One entry for each finding, ordered by name.</returns>
    public static ImmutableArray<CatalogEntry> Assign(IReadOnlyList<FolderFinding> findings)
    {
        var owners = findings
            .Where(finding => finding.Reading.Name is not null)
            .GroupBy(finding => finding.Reading.Name!)
            .ToDictionary(claims => claims.Key, claims => claims
                .OrderBy(finding => finding.Reading.Manifest is null)
                .ThenBy(finding => finding.FolderName != claims.Key.Value)
                .ThenBy(finding => finding.Package is not null)
                .First());
        var taken = owners.Keys.ToHashSet();
        return
        [
            .. findings.Select(finding => Entry(finding, owners, taken)).OrderBy(entry => entry.Name.Value, StringComparer.Ordinal),
        ];
    }

    private static CatalogEntry Entry(
        FolderFinding finding, Dictionary<PluginName, FolderFinding> owners, HashSet<PluginName> taken)
    {
        if (finding.Reading.Name is { } name)
        {
            var owner = owners[name];
            if (owner == finding)
            {
                return new CatalogEntry
                {
                    Name = name,
                    Folder = finding.Folder,
                    Package = finding.Package,
                    Manifest = finding.Reading.Manifest,
                    ComponentPath = finding.ComponentPath,
                    Failure = finding.Reading.Failure ?? finding.ComponentFailure,
                };
            }

            return Refused(finding, taken, finding.Reading.Failure ?? Duplicate(name, owner, finding));
        }

        return Refused(finding, taken, finding.Reading.Failure!);
    }

    private static Error Duplicate(PluginName name, FolderFinding owner, FolderFinding refused) =>
        new(PluginFolderErrors.DuplicateName, name.Value, owner.Shown, refused.Shown)
        {
            Location = refused.Reading.NameLocation ?? new(refused.Shown),
        };

    private static CatalogEntry Refused(FolderFinding finding, HashSet<PluginName> taken, Error failure) =>
        new() { Name = Free(finding.FolderName, taken), Folder = finding.Folder, Package = finding.Package, IsLoose = finding.IsLoose, Failure = failure };

    private static PluginName Free(string folder, HashSet<PluginName> taken)
    {
        var text = Plain(folder);
        var name = PluginName.Parse(text);
        for (var number = 2; !taken.Add(name); number++)
        {
            var suffix = $"-{number}";
            name = PluginName.Parse(text[..Math.Min(text.Length, MaximumLength - suffix.Length)] + suffix);
        }

        return name;
    }

    private static string Plain(string folder)
    {
        var text = new StringBuilder();
        foreach (var c in folder.ToLowerInvariant())
        {
            text.Append(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        }

        var plain = text.ToString().Trim('-');
        return plain.Length == 0 ? "plugin" : plain[..Math.Min(plain.Length, MaximumLength)];
    }
}
