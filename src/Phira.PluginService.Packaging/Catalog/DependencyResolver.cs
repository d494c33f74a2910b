using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>
/// Decides which plugins can load together, and in which order. Presence is judged by what is installed, not by what loads: so the
/// verdict about one plugin never depends on the failure of an unrelated one.
/// </summary>
internal sealed class DependencyResolver
{
    private readonly SortedDictionary<string, PluginManifest> _candidates;
    private readonly IReadOnlyDictionary<PluginName, Error> _broken;
    private readonly Dictionary<PluginName, List<Error>> _own = [];
    private readonly PluginGraph _needs = new();
    private readonly PluginGraph _cycles = new();

    private DependencyResolver(IEnumerable<PluginManifest> candidates, IReadOnlyDictionary<PluginName, Error> broken)
    {
        _candidates = new(candidates.ToDictionary(candidate => candidate.Name.Value), StringComparer.Ordinal);
        _broken = broken;
    }

    /// <summary>Resolves a set of plugins.</summary>
    /// <param name="candidates">The plugins that may load, each name once.</param>
    public static DependencyResolution Resolve(
        IEnumerable<PluginManifest> candidates, IReadOnlyDictionary<PluginName, Error> broken)
    {
        var resolver = new DependencyResolver(candidates, broken);
        resolver.CheckEach();
        resolver.FindCycles();
        return resolver.Finish();
    }

    private PluginManifest? Find(PluginName name) => _candidates.GetValueOrDefault(name.Value);

    private void CheckEach()
    {
        foreach (var plugin in _candidates.Values)
        {
            var problems = plugin.Dependencies.Select(dependency => Check(plugin, dependency))
                .Concat(plugin.Conflicts.Select(conflict => Check(plugin, conflict)));
            _own[plugin.Name] = [.. problems.OfType<Error>()];
        }
    }

    private Error? Check(PluginManifest plugin, PluginDependency dependency)
    {
        if (Find(dependency.Name) is { } found)
        {
            if (!dependency.Range.Accepts(found.Version))
            {
                return new Error(
                    DependencyErrors.OutOfRange,
                    plugin.Name.Value,
                    dependency.Name.Value,
                    dependency.Range.Text,
                    $"{found.Version}")
                {
                    Location = dependency.Location,
                };
            }
        }
        else if (!dependency.Optional && !_broken.ContainsKey(dependency.Name))
        {
            return new Error(DependencyErrors.Missing, plugin.Name.Value, dependency.Name.Value, dependency.Range.Text)
            {
                Location = dependency.Location,
            };
        }

        if (!dependency.Optional)
        {
            _needs.Add(plugin.Name, dependency.Name);
        }

        return null;
    }

    private Error? Check(PluginManifest plugin, PluginConflict conflict) =>
        Find(conflict.Name) is { } found && conflict.Range.Covers(found.Version)
            ? new Error(
                DependencyErrors.Conflict, plugin.Name.Value, conflict.Name.Value, conflict.Range.Text, $"{found.Version}")
            {
                Location = conflict.Location,
            }
            : null;

    private void FindCycles()
    {
        foreach (var plugin in _candidates.Values)
        {
            if (_needs.Path(plugin.Name, name => name == plugin.Name) is not { } path)
            {
                continue;
            }

            _own[plugin.Name].Add(new Error(DependencyErrors.Cycle, plugin.Name.Value, Show(path)));
            foreach (var (from, to) in path.Zip(path.Skip(1)))
            {
                _cycles.Add(from, to);
            }
        }
    }

    private DependencyResolution Finish()
    {
        var failed = _own.Where(pair => pair.Value.Count > 0).Select(pair => pair.Key).Concat(_broken.Keys).ToHashSet();
        var roots = failed.ToHashSet();
        while (_candidates.Values.Any(plugin => _needs.From(plugin.Name).Any(failed.Contains) && failed.Add(plugin.Name)))
        {
            // Each round lets failures reach the dependents of those that have just failed.
        }

        var failures = _candidates.Values
            .Where(plugin => failed.Contains(plugin.Name))
            .ToImmutableDictionary(plugin => plugin.Name, plugin => Explain(plugin.Name, failed, roots));
        var loadable = _candidates.Values.Where(plugin => !failed.Contains(plugin.Name)).ToList();
        return new(
            LoadOrder.Of(loadable, _needs),
            failures,
            loadable.ToImmutableDictionary(plugin => plugin.Name, plugin => _needs.From(plugin.Name).ToImmutableArray()));
    }

    private Error Explain(PluginName plugin, HashSet<PluginName> failed, HashSet<PluginName> roots)
    {
        var inherited = _needs.From(plugin)
            .Where(failed.Contains)
            .Where(needed => !IsSameCycle(plugin, needed))
            .Select(needed => Inherited(plugin, needed, roots));
        return Problems.Sum(DependencyErrors.Unresolved, [.. _own[plugin], .. inherited]);
    }

    private bool IsSameCycle(PluginName plugin, PluginName needed) =>
        _needs.Path(needed, name => name == plugin) is not null && _cycles.From(plugin).Any();

    private Error Inherited(PluginName plugin, PluginName needed, HashSet<PluginName> roots)
    {
        var path = roots.Contains(needed) ? [needed] : _needs.Path(needed, roots.Contains)!;
        var root = path[^1];
        var causes = _broken.TryGetValue(root, out var error) ? [error with { Causes = [] }] : _own[root];
        return new Error(DependencyErrors.Failed, plugin.Value, needed.Value, Show([plugin, .. path])) { Causes = [.. causes] };
    }

    private static string Show(IEnumerable<PluginName> path) => string.Join(" → ", path);
}
