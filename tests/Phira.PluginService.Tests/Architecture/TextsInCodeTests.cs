using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Texts are data: code of the service names keys of its catalogues, and a plugin has a file of its own for its texts.</summary>
public sealed partial class TextsInCodeTests
{
    // Files in src that have Chinese lines and are no code.
    private static readonly ImmutableDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["src/Phira.PluginService.Core/Localization/Catalogs/zh-CN.json"] = "a catalogue of the service",
        ["src/Phira.PluginService.Core/Localization/Catalogs/zh-TW.json"] = "a catalogue of the service",
        ["src/Phira.PluginService.Dashboard/src/i18n/zh-CN.json"] = "a catalogue of the dashboard",
        ["src/Phira.PluginService.Dashboard/index.html"] = "what a browser shows before it runs a script, or without scripts",
        ["src/Phira.PluginService.Simulation/Players/demo-content.json"] = "data: names and messages of the simulated players",
        ["src/Phira.PluginService/Configuration/phira.sample.toml"] = "documentation of the settings, in both languages",
    }.ToImmutableDictionary();

    [Fact]
    public void Of_the_service_are_in_catalogues() => Assert.Empty(
        ChineseLines(SourceTree.ProductFiles().Concat(SourceTree.TextFilesBelow("src")).Where(path => !HoldsTexts(path) && !Reasons.ContainsKey(NameOf(path)))));

    [Fact]
    public void Are_in_every_file_that_has_a_reason_for_them() => Assert.All(
        Reasons.Keys, name => Assert.NotEmpty(ChineseLines([Path.Combine(SourceTree.Root, name)])));

    [Fact]
    public void Of_plugins_are_in_files_of_texts() =>
        Assert.Empty(ChineseLines(SourceTree.TextFilesBelow("plugins").Where(path => !HoldsTexts(path))));

    [Fact]
    public void Of_errors_and_causes_are_not_English_sentences() => Assert.Empty(
        from path in SourceTree.ProductFiles()
        from match in ShownWords().Matches(File.ReadAllText(path))
        select $"{NameOf(path)}: {match.Value}");

    [Fact]
    public void Of_a_plugin_are_in_one_file_for_its_component_and_one_for_its_pages() => Assert.All(
        SourceTree.TextFilesBelow("plugins").Where(IsTextsFile).GroupBy(path => Path.GetDirectoryName(path)),
        folder => Assert.Single(folder));

    /// <summary>Languages embed data differently, so the texts of a component are in a source file of its language that has nothing else.</summary>
    private static bool IsTextsFile(string path) => Path.GetFileNameWithoutExtension(path) == "texts";

    private static bool HoldsTexts(string path) =>
        IsTextsFile(path)
        || Path.GetExtension(path) == ".md"
        || Path.GetFileName(path) is "plugin.toml" or "config.schema.json"
        || NameOf(path).StartsWith("src/Phira.PluginService.Dashboard/tests/", StringComparison.Ordinal);

    private static string NameOf(string path) => Path.GetRelativePath(SourceTree.Root, path).Replace(Path.DirectorySeparatorChar, '/');

    private static IEnumerable<string> ChineseLines(IEnumerable<string> paths) =>
        from path in paths
        from line in File.ReadLines(path).Index()
        where Han().IsMatch(line.Item)
        select $"{NameOf(path)}:{line.Index + 1}: {line.Item.Trim()}";

    // Two words in a literal that is given to an error or to the cause of a change.
    [GeneratedRegex(
        """\b(new Error|new ChangeCause|ByService)\(([^;"()]|\([^()]*\)|"[^"]*")*?\$?"[^"{]*[a-z] [a-z][^"]*["]""",
        RegexOptions.ExplicitCapture,
        Timeout.Infinite)]
    private static partial Regex ShownWords();

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}]", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Han();
}
