using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>
/// The paths that <c>src/README.md</c> describes. Proves that each list is as long as it says, as its row of the table says, and names files of the
/// product. Does not prove that a path passes these types and no others, nor how often it enters one: that is read from the code.
/// </summary>
public sealed partial class PathTypesTests
{
    [Theory]
    [InlineData("Chat", "a line of chat")]
    [InlineData("Event", "an event to a plugin and back")]
    [InlineData("Configuration", "a configuration change")]
    [InlineData("Reload", "a reload")]
    public void List_types_of_ours_each_once_and_as_many_as_they_say(string path, string row)
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "README.md"));
        var types = SourceTree.ProductFiles().Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        var list = List().Matches(readme).Single(match => match.Groups["path"].Value == path);

        var names = Name().Matches(list.Groups["names"].Value).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(list.Groups["count"].Value, $"{names.Count}");
        Assert.Equal(list.Groups["count"].Value, Row().Matches(readme).Single(match => match.Groups["path"].Value == row).Groups["now"].Value);
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Contains(name, types));
    }

    [GeneratedRegex(@"^- (?<path>\w+) \((?<count>\d+)\): (?<names>[^.]+)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex List();

    [GeneratedRegex(@"^\| (?<path>an? [a-z ]+) \| [^|]+ \| (?<now>\d+) \| \d+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Name();
}
