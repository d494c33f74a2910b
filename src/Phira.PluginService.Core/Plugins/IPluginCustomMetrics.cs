using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The metrics that plugins define themselves.</summary>
public interface IPluginCustomMetrics
{
    /// <summary>Reads those of one plugin. Never blocks.</summary>
    /// <returns>The metrics, ordered by name; empty for a plugin that has none or is unknown.</returns>
    IReadOnlyList<PluginMetric> Read(PluginName plugin);

    /// <summary>Tells the meters of plugins from the host's own.</summary>
    /// <param name="meter">Name of a meter.</param>
    /// <returns>Maximum number of series of each of its metrics; null when it is not the meter of a plugin.</returns>
    int? FindSeriesLimit(string meter);
}
