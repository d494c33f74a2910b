using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Semver;

namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>
/// Writes manifests for dependency tests in short form: <c>a 1.0.0: b &gt;=1, c? ^2, !d *</c> is plugin a, which needs b, uses c when it
/// is there, and conflicts with d. Each reference is located by its own text.
/// </summary>
internal static class Plugins
{
    public static List<PluginManifest> Of(params string[] lines) => [.. lines.Select(Parse)];

    public static PluginName Name(string text) => PluginName.Parse(text);

    private static PluginManifest Parse(string line)
    {
        var (head, tail) = Split(line, ':');
        var (name, version) = Split(head, ' ');
        var references = tail.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        return new PluginManifest
        {
            Name = Name(name),
            Version = SemVersion.Parse(version.Length == 0 ? "1.0.0" : version),
            AbiVersion = new SemVersion(1, 0, 0),
            Dependencies = [.. references.Where(reference => reference[0] != '!').Select(Dependency)],
            Conflicts = [.. references.Where(reference => reference[0] == '!').Select(Conflict)],
        };
    }

    private static PluginDependency Dependency(string text)
    {
        var (name, range) = Split(text, ' ');
        return new(Name(name.TrimEnd('?')), Range(range), Optional: name.EndsWith('?'), Written(text));
    }

    private static PluginConflict Conflict(string text)
    {
        var (name, range) = Split(text[1..], ' ');
        return new(Name(name), Range(range), Written(text));
    }

    private static SourceLocation Written(string text) => new(text);

    private static VersionRange Range(string text)
    {
        Assert.True(VersionRange.TryParse(text.Length == 0 ? "*" : text, out var range));
        return range;
    }

    private static (string Head, string Tail) Split(string text, char separator)
    {
        var parts = text.Trim().Split(separator, 2);
        return (parts[0].Trim(), parts.Length == 1 ? "" : parts[1].Trim());
    }
}
