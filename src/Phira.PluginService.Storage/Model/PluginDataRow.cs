namespace Phira.PluginService.Storage.Model;

internal sealed class PluginDataRow
{
    public required string Plugin { get; init; }

    public required string Key { get; init; }

    public required byte[] Value { get; set; }

    public required bool IsText { get; set; }

    /// <summary>Bytes of key and value together: what counts against the quota.</summary>
    public required long Size { get; set; }

    public required long? ExpiresAt { get; set; }
}
