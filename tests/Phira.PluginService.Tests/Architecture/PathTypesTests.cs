using System.Text.RegularExpressions;
using Phira.PluginService.Tests.Support;

namespace Phira.PluginService.Tests.Architecture;

/// <summary>The paths that <c>src/README.md</c> describes.</summary>
public sealed partial class PathTypesTests
{
    [Theory]
    [InlineData("Chat")]
    [InlineData("Event")]
    [InlineData("Configuration")]
    [InlineData("Reload")]
    public void Pass_types_of_ours_each_once_and_as_many_as_it_says(string path)
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "README.md"));
        var types = SourceTree.ProductFiles().Select(file => Path.GetFileName(file).Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        var list = List().Matches(readme).Single(match => match.Groups["path"].Value == path);

        var names = Name().Matches(list.Groups["names"].Value).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(list.Groups["count"].Value, $"{names.Count}");
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Contains(name, types));
    }

    [GeneratedRegex(@"^- (?<path>\w+) \((?<count>\d+)\): (?<names>[^.]+)\.", RegexOptions.Multiline | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex List();

    [GeneratedRegex("`(?<name>[A-Za-z]+)`", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Name();
}
