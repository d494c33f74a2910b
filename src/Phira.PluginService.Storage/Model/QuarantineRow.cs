namespace Phira.PluginService.Storage.Model;

internal sealed class QuarantineRow
{
    public required string Plugin { get; init; }

    public required string Sha256 { get; init; }

    public required string Reason { get; init; }

    /// <summary>Null in rows that were written before it was kept.</summary>
    public required string? ReasonChinese { get; init; }

    public required long Since { get; init; }
}
