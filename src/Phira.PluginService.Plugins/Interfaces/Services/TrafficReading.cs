namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>How much calling there was.</summary>
/// <param name="Duration">Of all calls together, as the callers saw it.</param>
internal readonly record struct TrafficReading(long Calls, long Errors, TimeSpan Duration)
{
    /// <summary>Average of the last minute.</summary>
    public double CallsPerSecond { get; init; }

    /// <summary>Average of the last minute.</summary>
    public double ErrorsPerSecond { get; init; }
}
