using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Texts are data: code of the service names keys of the catalogues, and a plugin has a file of its own for its texts.</summary>
public sealed partial class TextsInCodeTests
{
    [Fact]
    public void Are_never_Chinese() => Assert.Empty(ChineseLines(SourceTree.ProductFiles()));

    [Fact]
    public void Of_plugins_are_in_files_of_texts() => Assert.Empty(ChineseLines(
        SourceTree.TextFilesBelow("plugins").Concat(SourceTree.TextFilesBelow("src", "Phira.PluginService.Sdk")).Where(path => !HoldsTexts(path))));

    [Fact]
    public void Of_a_plugin_are_in_one_file_for_its_component_and_one_for_its_pages() => Assert.All(
        SourceTree.TextFilesBelow("plugins").Where(IsTextsFile).GroupBy(path => Path.GetDirectoryName(path)),
        folder => Assert.Single(folder));

    /// <summary>Languages embed data differently, so the texts of a component are in a source file of its language that has nothing else.</summary>
    private static bool IsTextsFile(string path) => Path.GetFileNameWithoutExtension(path) == "texts";

    private static bool HoldsTexts(string path) =>
        IsTextsFile(path) || Path.GetExtension(path) == ".md" || Path.GetFileName(path) is "plugin.toml" or "config.schema.json";

    private static IEnumerable<string> ChineseLines(IEnumerable<string> paths) =>
        from path in paths
        from line in File.ReadLines(path).Index()
        where Han().IsMatch(line.Item)
        select $"{Path.GetRelativePath(SourceTree.Root, path)}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}]", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Han();
}
