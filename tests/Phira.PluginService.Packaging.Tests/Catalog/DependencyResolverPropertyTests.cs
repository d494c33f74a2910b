using FsCheck.Fluent;
using FsCheck.Xunit;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>Compares the resolver with brute force on thousands of random graphs of up to seven plugins.</summary>
public sealed class DependencyResolverPropertyTests
{
    private const string Arrow = " → ";

    [Property(MaxTest = 3000)]
    public FsCheck.Property What_loads_is_the_largest_set_that_can() => ForAll((truth, resolution, _) =>
        truth.Loadable.SetEquals(resolution.Order.Select(name => name.Value)) && resolution.Order.Length == truth.Loadable.Count);

    [Property(MaxTest = 3000)]
    public FsCheck.Property Every_problem_is_told_and_nothing_else() => ForAll((truth, resolution, plugins) => plugins
        .Where(plugin => !truth.Loadable.Contains(plugin.Name.Value))
        .All(plugin => truth.Problems(plugin.Name.Value).Order(StringComparer.Ordinal)
            .SequenceEqual(Single(resolution.Failures[plugin.Name]).Select(Line).Order(StringComparer.Ordinal)))
        && resolution.Failures.Count == plugins.Count - truth.Loadable.Count);

    [Property(MaxTest = 3000)]
    public FsCheck.Property Each_path_leads_along_what_is_needed_to_a_cause() => ForAll((truth, resolution, _) =>
        resolution.Failures.Values.SelectMany(Single).All(problem => problem.Code.Value switch
        {
            "dependency.cycle" => IsShortestWay(truth, Path(problem, 1), $"{problem.Arguments[0]}"),
            "dependency.failed" => LeadsToCause(truth, problem),
            _ => true,
        }));

    [Property(MaxTest = 1000)]
    public FsCheck.Property The_order_is_the_first_by_name_of_all_that_are_possible() => ForAll((truth, resolution, _) =>
        truth.Orders().FirstOrDefault() is not { } first || first.SequenceEqual(resolution.Order.Select(name => name.Value)));

    [Property(MaxTest = 1000)]
    public FsCheck.Property What_is_needed_or_used_loads_first_unless_that_would_be_a_cycle() => ForAll((truth, resolution, _) =>
    {
        var order = resolution.Order.Select(name => name.Value).ToList();
        return order.TrueForAll(plugin => truth.Needs(plugin).All(needed => IsBefore(order, needed, plugin))
            && truth.Uses(plugin).All(used => IsBefore(order, used, plugin) || Leads(truth, used, plugin)));
    });

    [Property(MaxTest = 500)]
    public FsCheck.Property The_verdict_does_not_turn_on_the_order_of_the_folders() => Prop.ForAll(RandomPlugins.Sets(), set =>
        Resolve(set.Plugins.AsEnumerable().Reverse(), set.Broken).Order.SequenceEqual(Resolve(set.Plugins, set.Broken).Order));

    private static FsCheck.Property ForAll(Func<BruteForce, DependencyResolution, List<PluginManifest>, bool> holds) =>
        Prop.ForAll(RandomPlugins.Sets(), set =>
            holds(new BruteForce(set.Plugins, set.Broken), Resolve(set.Plugins, set.Broken), set.Plugins));

    private static DependencyResolution Resolve(IEnumerable<PluginManifest> plugins, List<string> broken) =>
        DependencyResolver.Resolve(plugins, broken.ToDictionary(Plugins.Name, _ => new Error(ComponentErrors.CoreModule)));

    private static IEnumerable<Error> Single(Error failure) =>
        failure.Code == DependencyErrors.Unresolved ? failure.Causes : [failure];

    // The path is compared by itself: there may be several.
    private static string Line(Error problem) => problem.Code.Value switch
    {
        "dependency.cycle" => $"{problem.Code} {problem.Arguments[0]}",
        "dependency.failed" => $"{problem.Code} {problem.Arguments[0]} {problem.Arguments[1]}",
        _ => $"{problem.Code} {string.Join(' ', problem.Arguments)}",
    };

    private static List<string> Path(Error problem, int argument) => [.. $"{problem.Arguments[argument]}".Split(Arrow)];

    private static bool IsShortestWay(BruteForce truth, List<string> path, string plugin)
    {
        var ways = truth.Ways(plugin, plugin).ToList();
        return ways.Exists(way => way.SequenceEqual(path)) && ways.TrueForAll(way => way.Count >= path.Count);
    }

    private static bool LeadsToCause(BruteForce truth, Error problem)
    {
        var path = Path(problem, 2);
        var causes = problem.Causes.Select(Line).Order(StringComparer.Ordinal);
        var root = path[^1];
        return path[0] == problem.Arguments[0]
            && path[1] == problem.Arguments[1]
            && path.Zip(path.Skip(1)).All(step => truth.Needs(step.First).Contains(step.Second))
            && path.Skip(1).SkipLast(1).All(name => !truth.IsRoot(name))
            && truth.IsRoot(root)
            && (truth.IsBroken(root)
                ? problem.Causes is [{ } only] && only.Code == ComponentErrors.CoreModule
                : causes.SequenceEqual(truth.OwnProblems(root).Order(StringComparer.Ordinal)));
    }

    private static bool IsBefore(List<string> order, string first, string second) =>
        order.IndexOf(first) is var index and >= 0 && index < order.IndexOf(second);

    private static bool Leads(BruteForce truth, string from, string to)
    {
        var reached = new HashSet<string> { from };
        while (reached.SelectMany(plugin => truth.Needs(plugin).Concat(truth.Uses(plugin))).FirstOrDefault(next => !reached.Contains(next)) is { } next)
        {
            reached.Add(next);
        }

        return reached.Contains(to);
    }
}
