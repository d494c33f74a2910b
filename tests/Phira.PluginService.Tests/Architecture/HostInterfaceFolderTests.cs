using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>
/// All code that is about one host interface is in its folder: the rest of the source names the folder in one line of the composition list, and no
/// folder beside the interfaces works for one of them alone.
/// </summary>
public sealed partial class HostInterfaceFolderTests
{
    private const string Project = "src/Phira.PluginService.Plugins";
    private const string CompositionList = $"{Project}/Interfaces/HostInterfaces.cs";

    // Messages go to the users and rooms that the others know, records are of users, and a stream is read by those who may call a route.
    private static readonly string[] Shared = ["HttpStreams > HttpRoutes", "Messages > Rooms", "Messages > Users", "Records > Users"];

    public static TheoryData<string> Interfaces => [.. FoldersOf($"{Project}/Interfaces")];

    public static TheoryData<string> FoldersBeside => [.. FoldersOf(Project).Where(name => name is not ("Interfaces" or "obj" or "bin"))];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Are_named_by_the_composition_list_only(string folder)
    {
        var users = SourcesOutside($"{Project}/Interfaces/{folder}")
            .Where(file => Mentions(file.Code).Contains(folder) && !Shared.Contains($"{InterfaceOf(file.Path)} > {folder}"))
            .Select(file => file.Path);

        Assert.Equal([CompositionList], users);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Are_one_line_of_the_composition_list_and_one_WIT_file_each(string folder)
    {
        Assert.Single(File.ReadLines(Path.Combine(SourceTree.Root, CompositionList)), line => line.Contains($"Of<{folder}Interface", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(SourceTree.Root, "wit", $"{KebabCase(folder)}.wit")));
    }

    [Theory]
    [MemberData(nameof(FoldersBeside))]
    public void Have_no_folder_beside_them_that_works_for_one_alone(string folder)
    {
        var users = SourcesOutside($"{Project}/{folder}")
            .Where(file => file.Code.Contains($"using Phira.PluginService.Plugins.{folder}", StringComparison.Ordinal))
            .Select(file => InterfaceOf(file.Path) ?? file.Path)
            .ToHashSet();

        Assert.False(users.Count == 1
            && FoldersOf($"{Project}/Interfaces").Contains(users.Single()), $"{folder} belongs into the folder {string.Join("", users)}.");
    }

    private static IEnumerable<string> FoldersOf(string path) =>
        Directory.GetDirectories(Path.Combine(SourceTree.Root, path)).Select(folder => Path.GetFileName(folder)!);

    private static IEnumerable<(string Path, string Code)> SourcesOutside(string folder) => SourceTree.CSharpFiles()
        .Select(path => (Path: Path.GetRelativePath(SourceTree.Root, path).Replace(Path.DirectorySeparatorChar, '/'), Code: File.ReadAllText(path)))
        .Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal) && !file.Path.StartsWith(folder + '/', StringComparison.Ordinal));

    private static HashSet<string> Mentions(string code) => [.. Mention().Matches(code).Select(mention => mention.Groups["folder"].Value)];

    // The interface in whose folder a file is; null when it is in none.
    private static string? InterfaceOf(string path) =>
        path.StartsWith($"{Project}/Interfaces/", StringComparison.Ordinal) && path.Split('/') is { Length: > 4 } parts ? parts[3] : null;

    private static string KebabCase(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex(@"(?<![\w.])(Phira\.PluginService\.)?(Plugins\.)?Interfaces\.(?<folder>\w+)", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<!^)[A-Z]", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WordStart();
}
