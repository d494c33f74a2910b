namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The number of calls, and their duration.</summary>
/// <param name="Duration">The time that the callers waited in all calls together.</param>
internal readonly record struct TrafficReading(long Calls, long Errors, TimeSpan Duration)
{
    /// <summary>Average of the last minute.</summary>
    public double CallsPerSecond { get; init; }

    /// <summary>Average of the last minute.</summary>
    public double ErrorsPerSecond { get; init; }
}
