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

    public required string Reason { get; init; }

    /// <summary>Null in rows that were written before it was kept.</summary>
    public required string? ReasonChinese { get; init; }

    public required string CorrelationId { get; init; }

    public required string? Failure { get; init; }

    public required string? FailureChinese { get; init; }
}
