namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The current value of a series.</summary>
/// <param name="Value">The sum of a counter or histogram, the value of a gauge.</param>
/// <param name="Count">The number of changes.</param>
internal readonly record struct SeriesValue(double Value, long Count);
