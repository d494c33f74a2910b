using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The metrics that plugins define.</summary>
/// <param name="meters">The scope of these meters, which tells them apart from others of the process.</param>
internal sealed class CustomMetricsRegistry(IMeterFactory meters, IOptions<MetricsOptions> options) : IPluginCustomMetrics, IDisposable
{
    private readonly MetricNames _names = new();
    private readonly ConcurrentDictionary<PluginName, PluginMeter> _meters = [];

    /// <summary>Creates the meter of a plugin.</summary>
    public PluginMeter Create(PluginName plugin)
    {
        var meter = new PluginMeter(plugin, _names, options.Value, meters);

        // A plugin of the same name may have come in its place.
        meter.Removed += () => _meters.TryRemove(KeyValuePair.Create(plugin, meter));
        return _meters[plugin] = meter;
    }

    /// <inheritdoc />
    public IReadOnlyList<PluginMetric> Read(PluginName plugin) => _meters.TryGetValue(plugin, out var meter) ? meter.Read() : [];

    /// <inheritdoc />
    public int? FindSeriesLimit(string meter) =>
        meter.StartsWith(PluginMeter.MeterPrefix, StringComparison.Ordinal) ? options.Value.MetricSeriesPerPlugin : null;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var meter in _meters.Values)
        {
            meter.Dispose();
        }
    }
}
