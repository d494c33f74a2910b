namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The kinds of metrics of plugins.</summary>
internal enum MetricKind
{
    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A value that goes up and down.</summary>
    Gauge,

    /// <summary>A distribution of values.</summary>
    Histogram,
}
