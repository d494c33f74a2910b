using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Tests.Catalog;

/// <summary>
/// The rules of dependencies by trying everything out: all sets of plugins, all ways through the graph, all orders. Slow, and written
/// without a look at how the resolver does it.
/// </summary>
internal sealed class BruteForce
{
    private readonly Dictionary<string, PluginManifest> _plugins;
    private readonly HashSet<string> _broken;

    public BruteForce(IEnumerable<PluginManifest> plugins, IEnumerable<string> broken)
    {
        _plugins = plugins.ToDictionary(plugin => plugin.Name.Value);
        _broken = [.. broken];
        Loadable = LargestSet();
    }

    /// <summary>The largest set in which every plugin has all it asks for.</summary>
    public HashSet<string> Loadable { get; }

    /// <summary>Returns the required dependencies of a plugin that are there in a matching version.</summary>
    public IEnumerable<string> Needs(string plugin) => _plugins.TryGetValue(plugin, out var manifest)
        ? manifest.Dependencies.Where(needed => !needed.Optional && IsUsable(needed)).Select(needed => needed.Name.Value)
        : [];

    /// <summary>Returns the optional dependencies of a plugin that are loaded.</summary>
    public IEnumerable<string> Uses(string plugin) => _plugins[plugin].Dependencies
        .Where(used => used.Optional && Loadable.Contains(used.Name.Value))
        .Select(used => used.Name.Value);

    /// <summary>Everything that is wrong with a plugin itself.</summary>
    public IEnumerable<string> OwnProblems(string plugin)
    {
        var manifest = _plugins[plugin];
        foreach (var needed in manifest.Dependencies)
        {
            var (name, range) = (needed.Name.Value, needed.Range.Text);
            if (_plugins.TryGetValue(name, out var found))
            {
                if (!KnownRanges.Accepts(range, $"{found.Version}"))
                {
                    yield return $"dependency.out_of_range {plugin} {name} {range} {found.Version}";
                }
            }
            else if (!needed.Optional && !_broken.Contains(name))
            {
                yield return $"dependency.missing {plugin} {name} {range}";
            }
        }

        foreach (var conflict in manifest.Conflicts)
        {
            var (name, range) = (conflict.Name.Value, conflict.Range.Text);
            if (_plugins.TryGetValue(name, out var found) && KnownRanges.Covers(range, $"{found.Version}"))
            {
                yield return $"dependency.conflict {plugin} {name} {range} {found.Version}";
            }
        }

        if (Ways(plugin, plugin).Any())
        {
            yield return $"dependency.cycle {plugin}";
        }
    }

    /// <summary>Everything that is wrong with a plugin, be it only because of others.</summary>
    public IEnumerable<string> Problems(string plugin) => OwnProblems(plugin).Concat(Needs(plugin)
        .Where(needed => !Loadable.Contains(needed) && !Ways(needed, plugin).Any())
        .Select(needed => $"dependency.failed {plugin} {needed}"));

    /// <summary>Whether a plugin is there but cannot load, whatever others do.</summary>
    public bool IsBroken(string plugin) => _broken.Contains(plugin);

    /// <summary>Whether a plugin is a cause of its own: others that cannot load because of it are told of it.</summary>
    public bool IsRoot(string plugin) => IsBroken(plugin) || OwnProblems(plugin).Any();

    /// <summary>All ways from one plugin to another along what is needed that come by no plugin twice.</summary>
    public IEnumerable<List<string>> Ways(string from, string to) => Continue([from], to);

    /// <summary>All orders in which the loadable plugins may load, by name first; null when there are cycles among those that are only used.</summary>
    public IEnumerable<List<string>> Orders() => Extend([]);

    private IEnumerable<List<string>> Continue(List<string> way, string to)
    {
        foreach (var next in Needs(way[^1]))
        {
            if (next == to)
            {
                yield return [.. way, next];
            }
            else if (!way.Contains(next))
            {
                foreach (var whole in Continue([.. way, next], to))
                {
                    yield return whole;
                }
            }
        }
    }

    private IEnumerable<List<string>> Extend(List<string> order)
    {
        if (order.Count == Loadable.Count)
        {
            yield return order;
            yield break;
        }

        foreach (var next in Loadable.Except(order).Order(StringComparer.Ordinal)
            .Where(next => Needs(next).Concat(Uses(next)).All(order.Contains)))
        {
            foreach (var whole in Extend([.. order, next]))
            {
                yield return whole;
            }
        }
    }

    private bool IsUsable(PluginDependency needed) => _plugins.TryGetValue(needed.Name.Value, out var found)
        ? KnownRanges.Accepts(needed.Range.Text, $"{found.Version}")
        : _broken.Contains(needed.Name.Value);

    private HashSet<string> LargestSet()
    {
        var names = _plugins.Keys.ToList();
        var largest = new HashSet<string>();
        for (var choice = 0; choice < 1 << names.Count; choice++)
        {
            var set = names.Where((_, index) => (choice & (1 << index)) != 0).ToHashSet();
            if (set.Count > largest.Count && set.All(plugin => IsSatisfied(plugin, set)) && set.All(plugin => IsReached(plugin, set)))
            {
                largest = set;
            }
        }

        return largest;
    }

    private bool IsSatisfied(string plugin, HashSet<string> set) =>
        _plugins[plugin].Dependencies.All(needed => _plugins.TryGetValue(needed.Name.Value, out var found)
            ? KnownRanges.Accepts(needed.Range.Text, $"{found.Version}") && (needed.Optional || set.Contains(needed.Name.Value))
            : needed.Optional)
        && _plugins[plugin].Conflicts.All(conflict => !_plugins.TryGetValue(conflict.Name.Value, out var found)
            || !KnownRanges.Covers(conflict.Range.Text, $"{found.Version}"));

    // Nothing can be the first of a cycle.
    private bool IsReached(string plugin, HashSet<string> set)
    {
        var loaded = new HashSet<string>();
        while (set.FirstOrDefault(next => !loaded.Contains(next) && Needs(next).All(loaded.Contains)) is { } next)
        {
            loaded.Add(next);
        }

        return loaded.Contains(plugin);
    }
}
