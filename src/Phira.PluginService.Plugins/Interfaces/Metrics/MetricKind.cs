namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>What a metric of a plugin measures.</summary>
internal enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>How values are distributed.</summary>
    Histogram,
}
