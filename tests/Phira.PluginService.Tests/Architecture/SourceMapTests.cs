using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>The map of the source is of this source: what it names by a path is there.</summary>
public sealed partial class SourceMapTests
{
    public static TheoryData<string> Paths =>
    [
        .. NamedPath().Matches(File.ReadAllText(Path.Combine(SourceTree.Root, "src", "README.md"))).Select(match => match.Groups["path"].Value).Distinct(),
    ];

    // A path begins at the repository, or with the name of a project or of a folder of the host.
    [Theory]
    [MemberData(nameof(Paths))]
    public void Names_a_file_or_folder_that_is_there(string path) =>
        Assert.Contains(new[] { path, $"src/Phira.PluginService.{path}", $"src/Phira.PluginService/{path}" }, IsThere);

    private static bool IsThere(string path)
    {
        var full = Path.Combine(SourceTree.Root, path);
        return Directory.Exists(full) || File.Exists(full) || File.Exists(full + ".cs");
    }

    [GeneratedRegex(@"`(?<path>[A-Za-z.]+(/[A-Za-z.]+)+)(/\*)?`", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NamedPath();
}
