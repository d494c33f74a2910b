using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;

namespace Phira.PluginService.Packaging.Tests.Catalog;

public sealed class DependencyResolverTests
{
    private static readonly Dictionary<PluginName, Error> NothingBroken = [];

    [Fact]
    public void Without_dependencies_the_order_is_by_name() => Assert.Equal("a b c", Order(Resolve("c", "a", "b")));

    [Fact]
    public void Dependencies_come_first() => Assert.Equal("z y x a", Order(Resolve("a: x", "x: y", "y: z", "z")));

    [Fact]
    public void An_optional_dependency_that_is_there_comes_first() => Assert.Equal("b a", Order(Resolve("a: b?", "b")));

    [Fact]
    public void An_optional_dependency_may_be_absent() => Assert.Equal("a", Order(Resolve("a: b?")));

    [Fact]
    public void An_optional_dependency_that_fails_counts_as_absent()
    {
        var resolution = Resolve("a: b?", "b: none");

        Assert.Equal("a", Order(resolution));
        Assert.Equal(["b dependency.missing b|none|*"], Failures(resolution));
    }

    [Fact]
    public void Plugins_that_use_each_other_when_they_are_there_are_no_cycle() =>
        Assert.Equal("b a", Order(Resolve("a: b?", "b: a?")));

    [Fact]
    public void Need_goes_before_use_in_the_order() => Assert.Equal("a b", Order(Resolve("a: b?", "b: a")));

    [Fact]
    public void A_missing_dependency_is_named_with_its_range() => Assert.Equal(
        ["a dependency.missing a|b|>=1.0.0"], Failures(Resolve("a: b >=1.0.0")));

    [Fact]
    public void A_dependency_of_the_wrong_version_is_named_with_both() => Assert.Equal(
        ["a dependency.out_of_range a|b|^2|1.5.0"], Failures(Resolve("a: b ^2", "b 1.5.0")));

    [Theory]
    [InlineData("a: b >=1.0.0", "c", "b >=1.0.0")]
    [InlineData("a: b ^2", "b 1.5.0", "b ^2")]
    [InlineData("a: !b <2", "b 1.5.0", "!b <2")]
    public void A_problem_is_where_the_other_plugin_is_named(string plugin, string other, string place) =>
        Assert.Equal(place, Resolve(plugin, other).Failures[Plugins.Name("a")].Location?.File);

    [Fact]
    public void An_optional_dependency_of_the_wrong_version_is_refused_too() => Assert.Equal(
        ["a dependency.out_of_range a|b|^2|1.5.0"], Failures(Resolve("a: b? ^2", "b 1.5.0")));

    [Fact]
    public void The_plugin_that_declares_a_conflict_gives_way()
    {
        var resolution = Resolve("a: !b <2", "b 1.5.0", "c: !b >=2");

        Assert.Equal("b c", Order(resolution));
        Assert.Equal(["a dependency.conflict a|b|<2|1.5.0"], Failures(resolution));
    }

    [Fact]
    public void Each_plugin_of_a_cycle_is_told_the_way_round()
    {
        var resolution = Resolve("a: b", "b: c", "c: a", "d");

        Assert.Equal("d", Order(resolution));
        Assert.Equal(
            [
                "a dependency.cycle a|a → b → c → a",
                "b dependency.cycle b|b → c → a → b",
                "c dependency.cycle c|c → a → b → c",
            ],
            Failures(resolution));
    }

    [Fact]
    public void A_failure_reaches_the_dependents_with_the_path_to_its_cause()
    {
        var resolution = Resolve("a: b", "b: c", "c: none ^1", "d: c?", "e");

        Assert.Equal("d e", Order(resolution));
        Assert.Equal(
            [
                "a dependency.failed a|b|a → b → c",
                "b dependency.failed b|c|b → c",
                "c dependency.missing c|none|^1",
            ],
            Failures(resolution));
        Assert.Equal("dependency.missing", Assert.Single(resolution.Failures[Plugins.Name("a")].Causes).Code.Value);
    }

    [Fact]
    public void A_cycle_reaches_the_dependents_too() => Assert.Equal(
        [
            "a dependency.cycle a|a → b → a",
            "b dependency.cycle b|b → a → b",
            "c dependency.failed c|a|c → a",
        ],
        Failures(Resolve("a: b", "b: a", "c: a")));

    [Fact]
    public void A_plugin_of_one_cycle_that_needs_another_is_told_both()
    {
        var problems = Failures(Resolve("a: b, c", "b: a", "c: d", "d: c")).Where(line => line.StartsWith("a ", StringComparison.Ordinal));

        Assert.Equal(["a dependency.cycle a|a → b → a", "a dependency.failed a|c|a → c"], problems);
    }

    [Fact]
    public void A_dependency_that_is_there_but_broken_is_no_missing_one()
    {
        var broken = new Dictionary<PluginName, Error> { [Plugins.Name("b")] = new(ComponentErrors.CoreModule) };
        var resolution = DependencyResolver.Resolve(Plugins.Of("a: b", "c: b?"), broken);

        Assert.Equal("c", Order(resolution));
        Assert.Equal(["a dependency.failed a|b|a → b"], Failures(resolution));
        Assert.Equal([ComponentErrors.CoreModule], resolution.Failures[Plugins.Name("a")].Causes.Select(cause => cause.Code));
    }

    [Fact]
    public void All_problems_of_a_plugin_are_reported_together() => Assert.Equal(
        [
            "a dependency.missing a|none|*",
            "a dependency.out_of_range a|b|^2|1.0.0",
            "a dependency.conflict a|c|*|1.0.0",
            "a dependency.failed a|d|a → d",
            "d dependency.missing d|nobody|*",
        ],
        Failures(Resolve("a: none, b ^2, !c, d", "b", "c", "d: nobody")));

    private static DependencyResolution Resolve(params string[] plugins) =>
        DependencyResolver.Resolve(Plugins.Of(plugins), NothingBroken);

    private static string Order(DependencyResolution resolution) => string.Join(' ', resolution.Order);

    private static IEnumerable<string> Failures(DependencyResolution resolution) => resolution.Failures
        .OrderBy(failure => failure.Key.Value, StringComparer.Ordinal)
        .SelectMany(failure => Lines(failure.Value).Select(line => $"{failure.Key} {line}"));

    private static IEnumerable<string> Lines(Error error) => error.Code == DependencyErrors.Unresolved
        ? error.Causes.SelectMany(Lines)
        : [$"{error.Code} {string.Join('|', error.Arguments)}"];
}
