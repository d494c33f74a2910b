using System.Diagnostics.Metrics;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>One metric of a plugin with its series. Used with the lock of its <see cref="PluginMeter"/> held.</summary>
internal sealed class CustomMetric(MetricKind kind)
{
    public MetricKind Kind => kind;

    /// <summary>The series of the metric, by label set.</summary>
    public Dictionary<LabelSet, SeriesValue> Series { get; } = [];

    /// <summary>The instrument of a histogram; null for the other kinds, which are observed.</summary>
    public Histogram<double>? Histogram { get; init; }
}
