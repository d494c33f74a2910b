using System.ComponentModel;

namespace Phira.PluginService.Api.Services;

/// <summary>One series of a metric that a plugin defines itself.</summary>
internal sealed record PluginMetricSeriesResponse
{
    [Description("Its labels by key, without the name of the plugin.")]
    public required IReadOnlyDictionary<string, string> Labels { get; init; }

    [Description("The sum of a counter or histogram, the value of a gauge.")]
    public required double Value { get; init; }

    [Description("Number of values that were recorded.")]
    public required long Count { get; init; }
}
