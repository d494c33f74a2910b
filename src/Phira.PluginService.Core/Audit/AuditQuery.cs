namespace Phira.PluginService.Core.Audit;

/// <summary>Which entries to read; what is null does not narrow.</summary>
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

    /// <summary>How many at most. Default 100.</summary>
    public int Count { get; init; } = 100;
}
