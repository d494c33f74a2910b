using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Text;
using Phira.PluginService.Packaging.Toml;

namespace Phira.PluginService.Packaging.Manifest.Reading;

/// <summary>Reads <c>[dependencies]</c>, <c>[optional-dependencies]</c> and <c>[conflicts]</c>.</summary>
internal static class DependencySection
{
    private const string Required = "dependencies";
    private const string Optional = "optional-dependencies";
    private const int MaximumRangeLength = 256;

    /// <summary>Reads both tables of dependencies.</summary>
    /// <param name="self">The plugin's own name, when known.</param>
    public static ImmutableArray<PluginDependency> Dependencies(ManifestTable top, PluginName? self)
    {
        var required = Read(top, Required, self)
            .Select(entry => new PluginDependency(entry.Name, entry.Range, Optional: false, entry.Location))
            .ToList();
        var optional = Read(top, Optional, self)
            .Select(entry => new PluginDependency(entry.Name, entry.Range, Optional: true, entry.Location))
            .ToList();
        var names = required.Select(dependency => dependency.Name).ToHashSet();
        foreach (var twice in optional.Where(dependency => names.Contains(dependency.Name)))
        {
            top.Problems.Add(twice.Location!, ManifestErrors.DuplicateKey, twice.Name.Value);
        }

        return [.. required.Concat(optional).OrderBy(dependency => dependency.Name.Value, StringComparer.Ordinal)];
    }

    /// <summary>Reads the table of conflicts.</summary>
    /// <param name="self">The plugin's own name, when known.</param>
    public static ImmutableArray<PluginConflict> Conflicts(ManifestTable top, PluginName? self) =>
    [
        .. Read(top, "conflicts", self)
            .Select(entry => new PluginConflict(entry.Name, entry.Range, entry.Location))
            .OrderBy(conflict => conflict.Name.Value, StringComparer.Ordinal),
    ];

    private static List<(PluginName Name, VersionRange Range, SourceLocation Location)> Read(
        ManifestTable top, string key, PluginName? self)
    {
        var entries = new List<(PluginName, VersionRange, SourceLocation)>();
        if (top.Table(key) is not { } table)
        {
            return entries;
        }

        foreach (var member in table.Members)
        {
            if (!PluginName.TryParse(member.Key, out var name))
            {
                top.Problems.Add(member.Location, ManifestErrors.BadName, key, member.Key);
            }
            else if (name == self)
            {
                top.Problems.Add(member.Location, ManifestErrors.RefersToItself, table.Full(member.Key));
            }
            else if (Range(table, member) is { } range)
            {
                entries.Add((name, range, member.Location));
            }
        }

        return entries;
    }

    private static VersionRange? Range(ManifestTable table, TomlMember member)
    {
        if (table.Text(member.Key, MaximumRangeLength) is not { } text)
        {
            return null;
        }

        if (!VersionRange.TryParse(text, out var range))
        {
            table.Problems.Add(member.Value.Location, ManifestErrors.BadRange, table.Full(member.Key), text);
        }

        return range;
    }
}
