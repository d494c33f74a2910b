using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Services;

/// <summary>Calls of one service by one plugin.</summary>
internal sealed record ServiceCallsResponse
{
    [Description("Name of the service.")]
    public required string Service { get; init; }

    [Description("How many calls there were.")]
    public required long Calls { get; init; }

    [Description("How many of them were answered with an error.")]
    public required long Errors { get; init; }

    [Description("Calls per second, on average over the last minute.")]
    public required double CallsPerSecond { get; init; }

    [Description("Errors per second, on average over the last minute.")]
    public required double ErrorsPerSecond { get; init; }

    [Description("How long the caller waited on average, in milliseconds.")]
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
