namespace Phira.PluginService.Core.Plugins;

/// <summary>Calls of one service by one plugin.</summary>
/// <param name="Errors">Number of calls that were answered with an error.</param>
/// <param name="CallsPerSecond">Average of the last minute.</param>
/// <param name="ErrorsPerSecond">Average of the last minute.</param>
/// <param name="AverageTime">Average time that the caller waited.</param>
public sealed record PluginServiceCalls(
    string Service, long Calls, long Errors, double CallsPerSecond, double ErrorsPerSecond, TimeSpan AverageTime);
