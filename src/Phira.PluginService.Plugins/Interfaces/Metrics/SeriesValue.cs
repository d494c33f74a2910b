namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>What a series holds now.</summary>
/// <param name="Value">The sum of a counter or histogram, the value of a gauge.</param>
/// <param name="Count">How often it was changed.</param>
internal readonly record struct SeriesValue(double Value, long Count);
