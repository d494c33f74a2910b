using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>Code fits beside other code on a screen. A text in it counts as empty: it is not easier to read in pieces.</summary>
public sealed partial class LineLengthTests
{
    private const int Longest = 160;

    [Fact]
    public void Code_and_comments_fit_in_160_characters() => Assert.Empty(
        from path in SourceTree.CodeFiles()
        from line in OutsideOfRawTexts(path)
        let length = Texts().Replace(line.Item, "").Replace("\t", "    ", StringComparison.Ordinal).Length
        where length > Longest
        select $"{Path.GetRelativePath(SourceTree.Root, path)}:{line.Index + 1}: {length}");

    private static IEnumerable<(int Index, string Item)> OutsideOfRawTexts(string path)
    {
        var isInside = false;
        foreach (var line in File.ReadLines(path).Index())
        {
            var opensOrCloses = RawQuotes().Count(line.Item) % 2 == 1;
            if (!isInside || opensOrCloses)
            {
                yield return line;
            }

            isInside ^= opensOrCloses;
        }
    }

    [GeneratedRegex("\"\"\"+", RegexOptions.None, Timeout.Infinite)]
    private static partial Regex RawQuotes();

    [GeneratedRegex("\"\"\"+.*?\"\"\"+|\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'|`(\\\\.|[^`\\\\])*`", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Texts();
}
