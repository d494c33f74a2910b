using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>
/// The kind of metric that each name has. Plugins share names, and their series differ by the label <c>plugin</c>; but on a Prometheus page one
/// name can have only one kind, and the exporter would silently leave the others out. Different names must not become one there either: the
/// exporter appends endings and joins underscores, so names that it would change into another one are refused.
/// </summary>
internal sealed class MetricNames
{
    private const int MaximumLength = 64;

    // A counter gets the first, a histogram the others.
    private static readonly string[] Endings = ["_total", "_bucket", "_count", "_sum"];

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (MetricKind Kind, HashSet<PluginName> Owners)> _names = [];

    /// <summary>Finds the reason for which no metric can have a name, whatever others there are; null when one can.</summary>
    public static string? FindProblem(string name)
    {
        if (name.Length is 0 or > MaximumLength || !GuestNames.ConsistsOf(name, "_"))
        {
            return $"1 to {MaximumLength} characters of a-z 0-9 _";
        }

        if (name.StartsWith('_') || name.EndsWith('_') || name.Contains("__", StringComparison.Ordinal))
        {
            return $"{name}: an underscore stands between two other characters";
        }

        // The whole name may be an ending, too: there is a prefix before it.
        return Array.Find(Endings, one => $"_{name}".EndsWith(one, StringComparison.Ordinal)) is { } ending
            ? $"{name}: the ending {ending} is appended when metrics are exported, and must not be in the name"
            : null;
    }

    /// <summary>Claims a name for a metric of a plugin.</summary>
    /// <returns>The refusal; null when the plugin may use it.</returns>
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

    /// <summary>Releases a name for a plugin that uses it no longer.</summary>
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
