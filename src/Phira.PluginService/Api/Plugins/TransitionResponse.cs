using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Api.Plugins;

/// <summary>One change of a plugin's state.</summary>
internal sealed record TransitionResponse
{
    [Description("The state before; null when the plugin was just found.")]
    public required PluginState? From { get; init; }

    [Description("The state after.")]
    public required PluginState To { get; init; }

    [Description("Time of the change.")]
    public required DateTimeOffset At { get; init; }

    [Description("The author: an administrator, host, supervisor, hot-reload or configuration.")]
    public required string Actor { get; init; }

    [Description("The reason.")]
    public required string Reason { get; init; }

    [Description("Joins what one request caused.")]
    public required string CorrelationId { get; init; }

    [Description("The failure, when the new state is a failure.")]
    public required string? Failure { get; init; }

    public static TransitionResponse Create(PluginTransition transition, Language language) => new()
    {
        From = transition.From,
        To = transition.To,
        At = transition.At,
        Actor = transition.Cause.Actor,
        Reason = transition.Cause.Reason.In(language),
        CorrelationId = transition.Cause.CorrelationId,
        Failure = transition.Failure?.In(language),
    };
}
