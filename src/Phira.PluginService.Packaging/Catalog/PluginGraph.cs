using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>The references between plugins.</summary>
internal sealed class PluginGraph
{
    private readonly Dictionary<PluginName, List<PluginName>> _edges = [];

    /// <summary>Adds an edge, unless it is there.</summary>
    public void Add(PluginName from, PluginName to)
    {
        if (!_edges.TryGetValue(from, out var targets))
        {
            _edges[from] = targets = [];
        }

        if (!targets.Contains(to))
        {
            targets.Add(to);
        }
    }

    /// <summary>The plugins that one refers to.</summary>
    public IReadOnlyList<PluginName> From(PluginName plugin) => _edges.TryGetValue(plugin, out var targets) ? targets : [];

    /// <summary>A shortest path of at least one edge to a plugin with a property.</summary>
    /// <returns>The plugins of the path, both ends included; null when there is none.</returns>
    public List<PluginName>? Path(PluginName start, Func<PluginName, bool> isTarget)
    {
        var cameFrom = new Dictionary<PluginName, PluginName>();
        var open = new Queue<PluginName>([start]);
        while (open.TryDequeue(out var current))
        {
            foreach (var next in From(current))
            {
                if (isTarget(next))
                {
                    return Unwind(start, current, next, cameFrom);
                }

                if (next != start && cameFrom.TryAdd(next, current))
                {
                    open.Enqueue(next);
                }
            }
        }

        return null;
    }

    private static List<PluginName> Unwind(
        PluginName start, PluginName current, PluginName target, Dictionary<PluginName, PluginName> cameFrom)
    {
        var path = new List<PluginName> { target };
        for (var step = current; step != start; step = cameFrom[step])
        {
            path.Add(step);
        }

        path.Add(start);
        path.Reverse();
        return path;
    }
}
