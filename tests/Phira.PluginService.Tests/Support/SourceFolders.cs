using System.Text.RegularExpressions;

namespace Phira.PluginService.Tests.Support;

/// <summary>
/// The folders of one project and who uses whom, read from its sources. Folders are named by their path with dots, as their namespaces are; ""
/// is the project's own folder.
/// </summary>
internal sealed partial class SourceFolders
{
    private readonly List<(string Folder, string Code, HashSet<string> Words)> _files = [];
    private readonly string _root;

    private SourceFolders(string project)
    {
        _root = $"Phira.PluginService.{project}".TrimEnd('.');
        var directory = Path.Combine(SourceTree.Root, "src", _root);
        foreach (var file in SourceTree.CSharpFiles().Where(path => path.StartsWith(directory + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            var folder = Path.GetRelativePath(directory, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.').Trim('.');
            var code = File.ReadAllText(file);
            var isProgram = folder.Length == 0 && !code.Contains("namespace ", StringComparison.Ordinal);
            Assert.True(
                isProgram || code.Contains($"namespace {(folder.Length == 0 ? _root : $"{_root}.{folder}")};", StringComparison.Ordinal),
                $"{Path.GetRelativePath(SourceTree.Root, file)} must have the namespace of its folder.");
            code = Comment().Replace(code, "");
            _files.Add((folder, code, Word().Matches(code).Select(match => match.Value).ToHashSet(StringComparer.Ordinal)));
            Types.Add((folder, Path.GetFileNameWithoutExtension(file).Split('.')[0]));
        }
    }

    /// <summary>The folders of the first level.</summary>
    public IEnumerable<string> TopFolders =>
        _files.Select(file => file.Folder.Split('.')[0]).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal);

    // A type is named as its file.
    private HashSet<(string Folder, string Name)> Types { get; } = [];

    /// <summary>Reads a project.</summary>
    /// <param name="project">Its name without <c>Phira.PluginService</c>; empty for the host.</param>
    public static SourceFolders Of(string project) => new(project);

    /// <summary>Every folder that uses another one.</summary>
    public IEnumerable<(string From, string To)> Arrows() => _files.SelectMany(Uses).Distinct();

    /// <summary>The arrows between the folders of one folder, for each folder that has several.</summary>
    public IEnumerable<IReadOnlyList<(string From, string To)>> Levels() => Arrows()
        .Select(arrow => Sides(arrow.From, arrow.To))
        .Where(side => side.From.Length > 0 && side.To.Length > 0)
        .Distinct()
        .GroupBy(side => side.Parent, side => (side.From, side.To))
        .Select(level => level.ToList());

    private static (string Parent, string From, string To) Sides(string from, string to)
    {
        var (a, b) = (from.Split('.'), to.Split('.'));
        var common = a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
        return (string.Join('.', a.Take(common)), a.ElementAtOrDefault(common) ?? "", b.ElementAtOrDefault(common) ?? "");
    }

    private IEnumerable<(string From, string To)> Uses((string Folder, string Code, HashSet<string> Words) file)
    {
        foreach (Match match in Import().Matches(file.Code))
        {
            var name = match.Groups["name"].Value;
            var folder = name == _root ? "" : name.StartsWith(_root + '.', StringComparison.Ordinal) ? name[(_root.Length + 1)..] : null;
            if (folder is not null && FolderOf(folder) is { } to && to != file.Folder)
            {
                yield return (file.Folder, to);
            }
        }

        // Types of enclosing folders need no import.
        if (file.Folder.Length == 0)
        {
            yield break;
        }

        foreach (var (folder, type) in Types)
        {
            if (folder.Length == 0 && file.Words.Contains(type))
            {
                yield return (file.Folder, "");
            }
        }
    }

    // An import may name a type (an alias, a static class): its folder is the longest beginning that is one.
    private string? FolderOf(string name)
    {
        for (var folder = name; ; folder = folder[..folder.LastIndexOf('.')])
        {
            if (_files.Exists(file => file.Folder == folder))
            {
                return folder;
            }

            if (!folder.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }
        }
    }

    [GeneratedRegex(@"^using (static )?(\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Import();

    [GeneratedRegex(@"//[^\n]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<![.\w""])[A-Z]\w*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
