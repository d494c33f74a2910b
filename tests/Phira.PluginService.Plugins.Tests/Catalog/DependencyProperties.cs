using FsCheck.Fluent;
using FsCheck.Xunit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Manifest;

namespace Phira.PluginService.Plugins.Tests.Catalog;

/// <summary>Compares the resolver with brute force: what loads is the largest set in which every plugin has all it asks for.</summary>
public sealed class DependencyProperties
{
    [Property(MaxTest = 1500)]
    public FsCheck.Property What_loads_is_the_largest_set_that_can() => ForAll((plugins, resolution) =>
        resolution.Order.Select(name => name.Value).Order(StringComparer.Ordinal).SequenceEqual(LargestSet(plugins)));

    [Property(MaxTest = 500)]
    public FsCheck.Property Every_plugin_either_loads_or_says_why_not() => ForAll((plugins, resolution) =>
        plugins.All(plugin => resolution.Order.Contains(plugin.Name) != resolution.Failures.ContainsKey(plugin.Name))
        && resolution.Order.Length + resolution.Failures.Count == plugins.Count
        && resolution.Failures.Values.All(failure => failure.Describe().Length > 0));

    [Property(MaxTest = 500)]
    public FsCheck.Property What_a_plugin_needs_loads_before_it() => ForAll((plugins, resolution) =>
        Loaded(plugins, resolution).All(plugin => plugin.Dependencies
            .Where(needed => !needed.Optional)
            .All(needed => IsBefore(resolution, needed.Name, plugin.Name))));

    [Property(MaxTest = 500)]
    public FsCheck.Property What_a_plugin_uses_loads_before_it_unless_that_would_be_a_circle() => ForAll((plugins, resolution) =>
        Loaded(plugins, resolution).All(plugin => plugin.Dependencies
            .Where(used => used.Optional && resolution.Order.Contains(used.Name))
            .All(used => IsBefore(resolution, used.Name, plugin.Name)
                || Reaches(Loaded(plugins, resolution), used.Name, plugin.Name))));

    [Property(MaxTest = 300)]
    public FsCheck.Property The_verdict_does_not_turn_on_the_order_of_the_folders() => Prop.ForAll(RandomPlugins.Sets(), set =>
        Resolve(set.Plugins.AsEnumerable().Reverse(), set.Broken).Order.SequenceEqual(Resolve(set.Plugins, set.Broken).Order));

    private static FsCheck.Property ForAll(Func<List<PluginManifest>, DependencyResolution, bool> holds) =>
        Prop.ForAll(RandomPlugins.Sets(), set => holds(set.Plugins, Resolve(set.Plugins, set.Broken)));

    private static DependencyResolution Resolve(IEnumerable<PluginManifest> plugins, List<string> broken) =>
        DependencyResolver.Resolve(plugins, broken.ToDictionary(Plugins.Name, _ => new Error(ComponentErrors.CoreModule)));

    private static List<PluginManifest> Loaded(List<PluginManifest> plugins, DependencyResolution resolution) =>
        [.. plugins.Where(plugin => resolution.Order.Contains(plugin.Name))];

    private static bool IsBefore(DependencyResolution resolution, PluginName first, PluginName second) =>
        resolution.Order.IndexOf(first) is var index and >= 0 && index < resolution.Order.IndexOf(second);

    private static bool Reaches(List<PluginManifest> plugins, PluginName from, PluginName to)
    {
        var reached = new HashSet<PluginName> { from };
        while (plugins.Any(plugin => reached.Contains(plugin.Name) && plugin.Dependencies.Any(needed => reached.Add(needed.Name))))
        {
            // Until nothing new is reached.
        }

        return reached.Contains(to);
    }

    private static IEnumerable<string> LargestSet(List<PluginManifest> plugins)
    {
        var largest = new List<PluginManifest>();
        for (var choice = 0; choice < 1 << plugins.Count; choice++)
        {
            var set = plugins.Where((_, index) => (choice & (1 << index)) != 0).ToList();
            if (set.Count > largest.Count && set.All(plugin => IsSatisfied(plugin, set, plugins)) && HasAnOrder(set))
            {
                largest = set;
            }
        }

        return largest.Select(plugin => plugin.Name.Value).Order(StringComparer.Ordinal);
    }

    private static bool IsSatisfied(PluginManifest plugin, List<PluginManifest> set, List<PluginManifest> installed) =>
        plugin.Dependencies.All(needed => needed.Optional || set.Any(other => other.Name == needed.Name))
        && plugin.Dependencies.All(needed => installed.All(other => other.Name != needed.Name || needed.Range.Accepts(other.Version)))
        && plugin.Conflicts.All(conflict => installed.All(other => other.Name != conflict.Name || !conflict.Range.Covers(other.Version)));

    private static bool HasAnOrder(List<PluginManifest> set)
    {
        var waiting = set.ToList();
        while (waiting.RemoveAll(plugin => plugin.Dependencies.All(
            needed => needed.Optional || waiting.All(other => other.Name != needed.Name))) > 0)
        {
            // Whatever needs nothing that still waits can go.
        }

        return waiting.Count == 0;
    }
}
