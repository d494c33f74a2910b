using System.Text.RegularExpressions;

namespace Phira.PluginService.Tests.Support;

/// <summary>
/// The folders of one project and who uses whom, read from its sources. Folders are named by their path with dots, as their namespaces are; ""
/// is the project's own folder.
/// </summary>
internal sealed partial class SourceFolders
{
    private readonly List<(string Folder, string Name, string Code)> _files = [];
    private readonly Dictionary<string, string> _folderOfDeclared = [];
    private readonly string _root;

    /// <summary>Reads a project's files.</summary>
    /// <param name="root">The namespace of the project.</param>
    /// <param name="files">Each file's path within the project, with slashes, and its text.</param>
    public SourceFolders(string root, IEnumerable<(string Path, string Text)> files)
    {
        _root = root;
        foreach (var (path, text) in files)
        {
            var folder = path[..Math.Max(path.LastIndexOf('/'), 0)].Replace('/', '.');
            var code = Comment().Replace(text, "");
            var isProgram = folder.Length == 0 && !code.Contains("namespace ", StringComparison.Ordinal);
            Assert.True(
                isProgram || code.Contains($"namespace {NamespaceOf(folder)};", StringComparison.Ordinal),
                $"{path} must have the namespace of its folder, {NamespaceOf(folder)}.");
            _files.Add((folder, path, code));
            foreach (var name in Declared(code))
            {
                _folderOfDeclared[$"{NamespaceOf(folder)}.{name}"] = folder;
            }
        }
    }

    /// <summary>The folders of the first level.</summary>
    public IEnumerable<string> TopFolders =>
        _files.Select(file => file.Folder.Split('.')[0]).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal);

    /// <summary>Reads a project of the repository.</summary>
    /// <param name="project">The name without <c>Phira.PluginService</c>; empty for the host.</param>
    public static SourceFolders Of(string project)
    {
        var root = $"Phira.PluginService.{project}".TrimEnd('.');
        var directory = Path.Combine(SourceTree.Root, "src", root) + Path.DirectorySeparatorChar;
        var files = SourceTree.CSharpFiles().Where(path => path.StartsWith(directory, StringComparison.Ordinal));
        return new(root, files.Select(file => (file[directory.Length..].Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file))));
    }

    /// <summary>Every folder that uses another one, and a file that does.</summary>
    public IEnumerable<(string From, string To, string File)> Arrows() => _files
        .SelectMany(file => Uses(file.Folder, file.Code).Where(to => to != file.Folder).Select(to => (file.Folder, to, file.Name)))
        .DistinctBy(arrow => (arrow.Folder, arrow.to));

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

    private static string Parent(string name) => name[..Math.Max(name.LastIndexOf('.'), 0)];

    // An extension method is not called by the name of its class: it is kept, and looked for, with the dot before it.
    private static IEnumerable<string> Declared(string code) => DeclaredType().Matches(code).Select(match => match.Groups["name"].Value)
        .Concat(DeclaredExtension().Matches(code).Select(match => '.' + match.Groups["name"].Value));

    private string NamespaceOf(string folder) => $"{_root}.{folder}".TrimEnd('.');

    private IEnumerable<string> Uses(string folder, string code)
    {
        var imported = Import().Matches(code).Select(match => FolderOfImport(match.Groups["name"].Value));
        var names = Name().Matches(code).Concat(Call().Matches(code)).Select(match => match.Value).Distinct();
        return imported.Concat(names.Select(name => FolderOfName(folder, name))).OfType<string>();
    }

    // An import may name a type (an alias, a static class): its folder is the longest beginning that is one.
    private string? FolderOfImport(string name)
    {
        if (name == _root)
        {
            return "";
        }

        var folder = name.StartsWith(_root + '.', StringComparison.Ordinal) ? name[(_root.Length + 1)..] : "";
        while (folder.Length > 0 && !_files.Exists(file => file.Folder == folder))
        {
            folder = Parent(folder);
        }

        return folder.Length > 0 ? folder : null;
    }

    // What is in a folder around needs no import, and folders may stand before its name: found from the inside outwards, as the compiler does.
    private string? FolderOfName(string folder, string name)
    {
        var around = NamespaceOf(folder);
        while (around.Length > 0)
        {
            if (Find($"{around}.", name) is { } found)
            {
                return found;
            }

            around = Parent(around);
        }

        return Find("", name);
    }

    private string? Find(string around, string name)
    {
        for (var type = name; type.Length > 0; type = Parent(type))
        {
            if ((_folderOfDeclared.GetValueOrDefault(around + type) ?? _folderOfDeclared.GetValueOrDefault($"{around}{type}Attribute")) is { } folder)
            {
                return folder;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^using (static )?(\w+ = )?(?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Import();

    [GeneratedRegex(@"//[^\n]*", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^([a-z]+ )*((class|struct|interface|enum|record) (?<name>[A-Z]\w*)|delegate [^(\n]*?\b(?<name>[A-Z]\w*)(<[^>(\n]*>)?\()",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex DeclaredType();

    [GeneratedRegex(@"\bstatic [^=;{}(]*\b(?<name>[A-Z]\w*)(<[^>(]*>)?\(\s*this ", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DeclaredExtension();

    [GeneratedRegex(@"(?<![.\w""])[A-Z]\w*(\.[A-Z]\w*)*", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Name();

    [GeneratedRegex(@"\.[A-Z]\w*(?=[(<])", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Call();
}
