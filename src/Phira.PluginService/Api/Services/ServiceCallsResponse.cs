using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>Calls of one service by one plugin.</summary>
internal sealed record ServiceCallsResponse
{
    [Description("Name of the service.")]
    public required string Service { get; init; }

    [Description("Number of calls.")]
    public required long Calls { get; init; }

    [Description("Number of calls that were answered with an error.")]
    public required long Errors { get; init; }

    [Description("Calls per second, on average over the last minute.")]
    public required double CallsPerSecond { get; init; }

    [Description("Errors per second, on average over the last minute.")]
    public required double ErrorsPerSecond { get; init; }

    [Description("Average time that the caller waited, in milliseconds.")]
    public required double AverageMilliseconds { get; init; }

    public static ServiceCallsResponse From(PluginServiceCalls calls) => new()
    {
        Service = calls.Service,
        Calls = calls.Calls,
        Errors = calls.Errors,
        CallsPerSecond = calls.CallsPerSecond,
        ErrorsPerSecond = calls.ErrorsPerSecond,
        AverageMilliseconds = calls.AverageTime.TotalMilliseconds,
    };
}
