namespace Phira.PluginService.Storage.Model;

internal sealed class BrowserSessionRow
{
    public required string IdHash { get; init; }

    public required string TokenFingerprint { get; init; }

    public required long ExpiresAt { get; init; }
}
