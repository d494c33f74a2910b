using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>
/// Tests of a project are in the folder of the same name as what they test. Tests of a whole project are beside its folders.
/// </summary>
public sealed class TestFolderTests
{
    // Folders of tests that have no counterpart in the source, and what they are about instead.
    private static readonly Dictionary<string, string> OfSeveralFolders = new(StringComparer.Ordinal)
    {
        ["GameServer/Model"] = "The server and its rules behave like a second, simpler model of them.",
        ["GameServer/Server"] = "The whole server, over TCP.",
        ["Plugins/Attacks"] = "A plugin that does harm ends alone.",
        ["Plugins/Boundary"] = "Values that pass between the host and a guest, for all interfaces.",
        ["Plugins/Conformance"] = "The guest languages do the same.",
        ["Plugins/Dashboard"] = "Names of the platform have texts in the dashboard.",
        ["Protocol/Vectors"] = "Recorded bytes of every command.",
        ["Host/Architecture"] = "Rules of the source tree.",
    };

    public static TheoryData<string> Folders =>
    [
        .. SourceTree.CSharpFiles()
            .Select(path => Path.GetRelativePath(Path.Combine(SourceTree.Root, "tests"), path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => path.EndsWith("Tests.cs", StringComparison.Ordinal))
            .Select(path => path[..path.LastIndexOf('/')])
            .Where(folder => Directory.Exists(SourceOf(folder.Split('/')[0])))
            .Distinct(),
    ];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Are_those_of_the_source(string folder) => Assert.True(
        Directory.Exists(SourceOf(folder)) ^ OfSeveralFolders.ContainsKey(NameOf(folder)),
        $"{folder} must be a folder of src, or else have its reason in the list.");

    [Fact]
    public void Without_a_counterpart_are_still_there() => Assert.Empty(OfSeveralFolders.Keys.Except(Folders.Select(folder => NameOf(folder.Data))));

    private static string SourceOf(string folder) =>
        Path.Combine(SourceTree.Root, "src", folder.Replace(".Tests/", "/", StringComparison.Ordinal).Replace(".Tests", "", StringComparison.Ordinal));

    // The project without its prefix, and the folder.
    private static string NameOf(string folder) => folder
        .Replace("Phira.PluginService.Tests/", "Host/", StringComparison.Ordinal)
        .Replace("Phira.PluginService.", "", StringComparison.Ordinal)
        .Replace(".Tests", "", StringComparison.Ordinal);
}
