using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>
/// The metrics of one plugin, for as long as the plugin is loaded, whatever becomes of its instances. An instrument cannot be taken out of a meter, so
/// each plugin has a meter of its own, which ends when the plugin is unloaded: then its series are gone from every exporter. Counters and gauges are
/// observed, so that nothing is kept of them twice. Safe for several threads.
/// </summary>
internal sealed class PluginMeter(PluginName plugin, MetricNames names, MetricsOptions options, object scope) : IUnloadObserver, IDisposable
{
    /// <summary>Prefix of the names of these meters; the name of the plugin follows.</summary>
    public const string MeterPrefix = "Phira.PluginService.Plugins.Custom.";

    private const string NamePrefix = "phira.plugin.custom.";

    // The same for all plugins: a page explains a name once.
    private const string Description = "Measured by plugins themselves.";

    // From milliseconds to thousands, whatever is measured.
    private static readonly InstrumentAdvice<double> Advice = new()
    {
        HistogramBucketBoundaries =
            [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000],
    };

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, CustomMetric> _metrics = new(StringComparer.Ordinal);
    private Meter? _meter;
    private int _series;

    /// <summary>Raised when the plugin is removed.</summary>
    public event Action? Removed;

    /// <summary>Records a value.</summary>
    /// <returns>The refusal; null when the value is recorded.</returns>
    public MetricRefusal? Record(string name, MetricKind kind, LabelSet labels, double value)
    {
        lock (_lock)
        {
            if (FindOrAdd(name, kind, out var refusal) is not { } metric)
            {
                return refusal;
            }

            if (!metric.Series.TryGetValue(labels, out var series))
            {
                if (_series >= options.MetricSeriesPerPlugin)
                {
                    return MetricRefusal.Quota(MetricsOptions.SeriesLimit, $"{options.MetricSeriesPerPlugin} series of metrics");
                }

                _series++;
            }

            var next = kind == MetricKind.Gauge ? value : series.Value + value;
            metric.Series[labels] = new SeriesValue(double.IsFinite(next) ? next : series.Value, series.Count + 1);
            metric.Histogram?.Record(value, Tags(labels));
            return null;
        }
    }

    /// <summary>The metrics as they are now, ordered by name.</summary>
    public IReadOnlyList<PluginMetric> Read()
    {
        lock (_lock)
        {
            return
            [
                .. _metrics.Select(metric => new PluginMetric(
                    metric.Key,
                    metric.Value.Kind.ToString().ToLowerInvariant(),
                    [.. metric.Value.Series.Select(series => new PluginMetricSeries(series.Key.Labels, series.Value.Value, series.Value.Count))])),
            ];
        }
    }

    /// <inheritdoc />
    public void OnUnloaded()
    {
        Meter? meter;
        lock (_lock)
        {
            meter = _meter;
            _meter = null;
            _series = 0;
            foreach (var name in _metrics.Keys)
            {
                names.Release(name, plugin);
            }

            _metrics.Clear();
        }

        // Outside of the lock: it waits for exporters that are just observing.
        meter?.Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Removed?.Invoke();
        OnUnloaded();
    }

    private CustomMetric? FindOrAdd(string name, MetricKind kind, out MetricRefusal? refusal)
    {
        refusal = null;
        if (_metrics.TryGetValue(name, out var metric))
        {
            if (metric.Kind == kind)
            {
                return metric;
            }

            refusal = MetricRefusal.OtherKind(name, metric.Kind, plugin);
            return null;
        }

        if (_metrics.Count >= options.MetricsPerPlugin)
        {
            refusal = MetricRefusal.Quota(MetricsOptions.MetricsLimit, $"{options.MetricsPerPlugin} metrics");
            return null;
        }

        refusal = names.Claim(name, kind, plugin);
        return refusal is null ? _metrics[name] = Create(name, kind) : null;
    }

    private CustomMetric Create(string name, MetricKind kind)
    {
        _meter ??= new Meter(new MeterOptions(MeterPrefix + plugin.Value) { Scope = scope });
        var instrument = NamePrefix + name;
        switch (kind)
        {
            case MetricKind.Histogram:
                return new CustomMetric(kind) { Histogram = _meter.CreateHistogram(instrument, description: Description, advice: Advice) };
            case MetricKind.Counter:
                var counter = new CustomMetric(kind);
                _meter.CreateObservableCounter(instrument, () => Observe(counter), description: Description);
                return counter;
            default:
                var gauge = new CustomMetric(kind);
                _meter.CreateObservableGauge(instrument, () => Observe(gauge), description: Description);
                return gauge;
        }
    }

    private Measurement<double>[] Observe(CustomMetric metric)
    {
        lock (_lock)
        {
            return [.. metric.Series.Select(series => new Measurement<double>(series.Value.Value, Tags(series.Key)))];
        }
    }

    private KeyValuePair<string, object?>[] Tags(LabelSet labels) =>
        [new(LabelSet.PluginKey, plugin.Value), .. labels.Labels.Select(label => new KeyValuePair<string, object?>(label.Key, label.Value))];
}
