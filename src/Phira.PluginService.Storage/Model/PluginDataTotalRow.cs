namespace Phira.PluginService.Storage.Model;

/// <summary>The total size of a plugin's values. The database keeps it by itself, with each row that comes or goes.</summary>
internal sealed class PluginDataTotalRow
{
    public required string Plugin { get; init; }

    /// <summary>Bytes of all keys and values, expired ones included until they are deleted.</summary>
    public required long Size { get; init; }
}
