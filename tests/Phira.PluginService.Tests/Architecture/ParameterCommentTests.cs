using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>A parameter is documented when there is more to say than its name and its type do: a unit, a range, what null means, an error.</summary>
public sealed partial class ParameterCommentTests
{
    [Fact]
    public void Say_more_than_the_name() => Assert.Empty(
        from path in SourceTree.CSharpFiles()
        from line in File.ReadLines(path).Index()
        where Formula().IsMatch(line.Item)
        select $"{Path.GetRelativePath(SourceTree.Root, path)}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(
        @"<(type)?param name=""\w+"">(Cancels the \w+|(The|Its|Which|Whose) \w+|Which|Whose|Who|Where|When|Why|Where to|What for)\.</(type)?param>",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Formula();
}
