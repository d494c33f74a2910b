namespace Phira.PluginService.Core.Audit;

/// <summary>The filter of a read of the audit log; null does not narrow.</summary>
public sealed record AuditQuery
{
    /// <summary>Only entries before this number.</summary>
    public long? Before { get; init; }

    /// <summary>Only this actor.</summary>
    public string? Actor { get; init; }

    /// <summary>Only actions of this name, or below it when it ends with a dot: <c>user.</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Only this target.</summary>
    public string? Target { get; init; }

    /// <summary>Maximum number of entries. Default 100.</summary>
    public int Count { get; init; } = 100;
}
