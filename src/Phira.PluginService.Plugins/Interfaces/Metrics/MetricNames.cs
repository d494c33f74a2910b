using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>
/// Which kind each name has. Plugins share names, and their series differ by the label <c>plugin</c>; but on a Prometheus page one name can have only one
/// kind, and the exporter would silently leave the others out.
/// </summary>
internal sealed class MetricNames
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (MetricKind Kind, HashSet<PluginName> Owners)> _names = [];

    /// <summary>A plugin begins to use a name.</summary>
    /// <returns>Why it cannot; null when it can.</returns>
    public MetricRefusal? Claim(string name, MetricKind kind, PluginName plugin)
    {
        lock (_lock)
        {
            if (!_names.TryGetValue(name, out var entry))
            {
                _names[name] = (kind, [plugin]);
                return null;
            }

            if (entry.Kind != kind)
            {
                return MetricRefusal.OtherKind(name, entry.Kind, entry.Owners.First());
            }

            entry.Owners.Add(plugin);
            return null;
        }
    }

    /// <summary>A plugin uses a name no more.</summary>
    public void Release(string name, PluginName plugin)
    {
        lock (_lock)
        {
            if (_names.TryGetValue(name, out var entry) && entry.Owners.Remove(plugin) && entry.Owners.Count == 0)
            {
                _names.Remove(name);
            }
        }
    }
}
