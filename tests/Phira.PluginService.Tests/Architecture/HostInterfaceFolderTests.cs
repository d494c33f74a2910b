using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Everything of a host interface is in its folder: the rest of the source names it in one line of the composition list.</summary>
public sealed partial class HostInterfaceFolderTests
{
    private const string CompositionList = "src/Phira.PluginService.Plugins/Interfaces/HostInterfaces.cs";

    // Messages go to the users and rooms that the others know, and records are of users.
    private static readonly string[] Shared = ["Messages > Rooms", "Messages > Users", "Records > Users"];

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(FolderOf("")).Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Are_named_by_the_composition_list_only(string folder)
    {
        var own = FolderOf(folder) + Path.DirectorySeparatorChar;
        var outside = SourceTree.CSharpFiles()
            .Where(path => Relative(path).StartsWith("src/", StringComparison.Ordinal) && !path.StartsWith(own, StringComparison.Ordinal))
            .Where(path => Mention().Matches(File.ReadAllText(path)).Any(mention => mention.Groups["folder"].Value == folder))
            .Where(path => !Shared.Contains($"{Path.GetFileName(Path.GetDirectoryName(path))} > {folder}"))
            .Select(Relative);

        Assert.Equal([CompositionList], outside);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Are_one_line_of_the_composition_list_each(string folder) =>
        Assert.Single(File.ReadLines(Path.Combine(SourceTree.Root, CompositionList)), line => line.Contains($"Of<{folder}Interface", StringComparison.Ordinal));

    private static string FolderOf(string name) => Path.Combine(SourceTree.Root, "src", "Phira.PluginService.Plugins", "Interfaces", name).TrimEnd(Path.DirectorySeparatorChar);

    private static string Relative(string path) => Path.GetRelativePath(SourceTree.Root, path).Replace(Path.DirectorySeparatorChar, '/');

    [GeneratedRegex(@"\bPlugins\.Interfaces\.(?<folder>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
