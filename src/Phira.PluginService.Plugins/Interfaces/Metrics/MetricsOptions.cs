using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>Settings of the interface <c>metrics</c>.</summary>
public sealed class MetricsOptions : IInterfaceOptions
{
    internal const string MetricsLimit = "metrics_per_plugin";
    internal const string SeriesLimit = "metric_series_per_plugin";

    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Metrics that one plugin may define. Default 16.</summary>
    public int MetricsPerPlugin { get; set; } = 16;

    /// <summary>Series that the metrics of one plugin may have together. Default 200.</summary>
    public int MetricSeriesPerPlugin { get; set; } = 200;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(MetricsPerPlugin, 0, 256, MetricsLimit);
        problems.RequireRange(MetricSeriesPerPlugin, 0, 10_000, SeriesLimit);
    }
}
