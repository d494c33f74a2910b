using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>A metric that a plugin defines itself.</summary>
internal sealed record PluginMetricResponse
{
    [Description("Its name; Prometheus reads it as phira_plugin_custom_ and this name.")]
    public required string Name { get; init; }

    [Description("counter, gauge or histogram.")]
    public required string Kind { get; init; }

    [Description("Its series.")]
    public required IReadOnlyList<PluginMetricSeriesResponse> Series { get; init; }

    public static PluginMetricResponse From(PluginMetric metric) => new()
    {
        Name = metric.Name,
        Kind = metric.Kind,
        Series =
        [
            .. metric.Series.Select(series => new PluginMetricSeriesResponse
            {
                Labels = series.Labels.ToDictionary(label => label.Key, label => label.Value),
                Value = series.Value,
                Count = series.Count,
            }),
        ],
    };
}
