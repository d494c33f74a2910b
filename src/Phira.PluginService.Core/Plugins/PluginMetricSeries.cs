using System.Collections.Immutable;

namespace Phira.PluginService.Core.Plugins;

/// <summary>One series of a plugin's metric.</summary>
/// <param name="Labels">The labels, ordered by key, without <c>plugin</c>.</param>
/// <param name="Value">The sum of a counter or histogram, the value of a gauge.</param>
/// <param name="Count">Number of values that were recorded.</param>
public sealed record PluginMetricSeries(ImmutableArray<KeyValuePair<string, string>> Labels, double Value, long Count);
