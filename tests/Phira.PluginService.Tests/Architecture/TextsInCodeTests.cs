using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Texts are data: code names keys of the catalogues.</summary>
public sealed partial class TextsInCodeTests
{
    [Fact]
    public void Are_never_Chinese() => Assert.Empty(
        from path in SourceTree.ProductFiles()
        from line in File.ReadLines(path).Index()
        where Han().IsMatch(line.Item)
        select $"{Path.GetRelativePath(SourceTree.Root, path)}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}]", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Han();
}
