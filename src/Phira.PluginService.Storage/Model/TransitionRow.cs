using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Storage.Model;

internal sealed class TransitionRow
{
    public long Id { get; init; }

    public required string Plugin { get; init; }

    public required PluginState? From { get; init; }

    public required PluginState To { get; init; }

    public required long At { get; init; }

    public required string Actor { get; init; }

    /// <summary>A text as JSON.</summary>
    public required string Reason { get; init; }

    public required string CorrelationId { get; init; }

    /// <summary>A text as JSON.</summary>
    public required string? Failure { get; init; }
}
