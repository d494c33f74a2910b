using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.Interfaces.HttpRoutes;

namespace Phira.PluginService.Plugins.Tests.Interfaces.HttpRoutes;

/// <summary>The paths that a pattern matches, and the choice among several patterns.</summary>
public sealed class RoutePatternTests
{
    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/a/b", "/a/b", "")]
    [InlineData("/a/{x}", "/a/b", "x=b")]
    [InlineData("/a/{x}", "/a/二 b", "x=二 b")]
    [InlineData("/{x}/{y}", "/a/b", "x=a y=b")]
    [InlineData("/a/{rest...}", "/a/", "rest=")]
    [InlineData("/a/{rest...}", "/a/b/c/", "rest=b/c/")]
    [InlineData("/a/", "/a/", "")]
    public void Matches(string pattern, string path, string parameters) => Assert.Equal(parameters, Match(pattern, path));

    [Theory]
    [InlineData("/", "/a")]
    [InlineData("/a", "/a/")]
    [InlineData("/a/", "/a")]
    [InlineData("/a", "/A")]
    [InlineData("/a/{x}", "/a/")]
    [InlineData("/a/{x}", "/a/b/c")]
    [InlineData("/a/{rest...}", "/a")]
    [InlineData("/a/{rest...}", "/b/c")]
    public void Does_not_match(string pattern, string path) => Assert.Null(Match(pattern, path));

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("/{}")]
    [InlineData("/{x")]
    [InlineData("/x}")]
    [InlineData("/a{x}")]
    [InlineData("/{x...}/b")]
    [InlineData("/{x}/{x}")]
    [InlineData("//a")]
    [InlineData("/a?b")]
    [InlineData("/a#b")]
    [InlineData("/a%20b")]
    [InlineData("/a\\b")]
    [InlineData("/a b")]
    [InlineData("/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17")]
    public void Is_refused(string pattern)
    {
        Assert.Null(RoutePattern.Parse(pattern, out var problem));
        Assert.NotEqual("", problem);
    }

    [Fact]
    public void Is_refused_when_it_is_too_long() => Assert.Null(RoutePattern.Parse("/" + new string('a', RoutePattern.MaximumLength), out _));

    [Theory]
    [InlineData("/rooms/list", "/rooms/list")]
    [InlineData("/rooms/7", "/rooms/{id}")]
    [InlineData("/rooms/7/players", "/rooms/{id}/players")]
    [InlineData("/rooms/list/players", "/rooms/list/{what}")]
    [InlineData("/rooms/list/a/b", "/rooms/{rest...}")]
    [InlineData("/rooms/", "/rooms/{rest...}")]
    [InlineData("/other", "/{any...}")]
    public void The_most_specific_one_is_taken(string path, string pattern)
    {
        string[] patterns = ["/{any...}", "/rooms/{rest...}", "/rooms/{id}", "/rooms/{id}/players", "/rooms/list/{what}", "/rooms/list"];

        Assert.Equal(pattern, Table(patterns).Find("GET", path).Route!.Pattern);
        Assert.Equal(pattern, Table(patterns.Reverse()).Find("GET", path).Route!.Pattern);
    }

    /// <summary>Random tables and paths: what is taken depends on the routes and not on their order, and is never less specific than another match.</summary>
    [Fact]
    public void What_is_taken_does_not_depend_on_the_order_of_registration()
    {
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            string[] patterns = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => RandomPattern(random)).Distinct()];
            var path = "/" + string.Join('/', Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.GetItems(["a", "b", "", "c"], 1)[0]));
            var table = Table(patterns);
            random.Shuffle(patterns);

            var taken = table.Find("GET", path).Route?.Pattern;

            // Patterns that match the same paths replace one another, whatever their parameters are called.
            Assert.Equal(Shape(taken), Shape(Table(patterns).Find("GET", path).Route?.Pattern));
            var matching = patterns.Where(pattern => Match(pattern, path) is not null).ToList();
            Assert.Equal(matching.Count > 0, taken is not null);
            Assert.All(matching, other => Assert.True(Parse(taken!).Compare(Parse(other)) <= 0, $"{path}: {taken} instead of {other}"));
        }
    }

    [Fact]
    public void A_method_has_its_own_routes_and_HEAD_those_of_GET()
    {
        var table = Table(["/a"], "GET").With(new PluginRoute("POST", "/{x}", RouteAccess.Admin), Parse("/{x}"));

        Assert.Equal("/a", table.Find("HEAD", "/a").Route!.Pattern);
        Assert.Equal("/{x}", table.Find("POST", "/a").Route!.Pattern);
        Assert.Null(table.Find("DELETE", "/a").Route);
        Assert.Equal(["GET", "HEAD", "POST"], table.Find("DELETE", "/a").Methods);
        Assert.Equal(["POST"], table.Find("GET", "/b").Methods);
        Assert.Empty(table.Find("GET", "/b/c").Methods);
    }

    private static string RandomPattern(Random random)
    {
        var segments = Enumerable.Range(0, random.Next(1, 4)).Select(index => random.GetItems(["a", "b", $"{{p{index}}}", $"{{q{index}}}"], 1)[0]).ToList();
        if (random.Next(4) == 0)
        {
            segments.Add("{rest...}");
        }

        return "/" + string.Join('/', segments);
    }

    private static string? Shape(string? pattern) => pattern?.Replace('q', 'p');

    private static RouteTable Table(IEnumerable<string> patterns, string method = "GET") => patterns.Aggregate(
        RouteTable.Empty, (table, pattern) => table.With(new PluginRoute(method, pattern, RouteAccess.Public), Parse(pattern)));

    private static RoutePattern Parse(string pattern) => RoutePattern.Parse(pattern, out var problem) ?? throw new FormatException(problem);

    private static string? Match(string pattern, string path) => Parse(pattern).Matches(path[1..].Split('/'), out var parameters)
        ? string.Join(' ', parameters.Select(parameter => $"{parameter.Key}={parameter.Value}"))
        : null;
}
