namespace Phira.PluginService.Storage.Model;

internal sealed class BanRow
{
    public required string Target { get; init; }

    public required string Reason { get; set; }

    public required long? ExpiresAt { get; set; }

    public required string BannedBy { get; set; }

    public required long BannedAt { get; set; }
}
