namespace Phira.PluginService.Storage.Model;

internal sealed class QuarantineRow
{
    public required string Plugin { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>A text as JSON.</summary>
    public required string Reason { get; init; }

    public required long Since { get; init; }
}
