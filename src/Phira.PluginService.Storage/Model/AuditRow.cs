namespace Phira.PluginService.Storage.Model;

internal sealed class AuditRow
{
    public required long Number { get; init; }

    public required long At { get; init; }

    public required string Actor { get; init; }

    public required string Action { get; init; }

    public required string Target { get; init; }

    /// <summary>A text as JSON.</summary>
    public required string Reason { get; init; }

    public required string Outcome { get; init; }

    public required string CorrelationId { get; init; }

    public required string Hash { get; set; }
}
