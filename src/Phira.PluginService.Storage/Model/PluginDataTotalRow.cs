namespace Phira.PluginService.Storage.Model;

/// <summary>What all values of a plugin come to. The database keeps it by itself, with each row that comes or goes.</summary>
internal sealed class PluginDataTotalRow
{
    public required string Plugin { get; init; }

    /// <summary>Bytes of all keys and values, expired ones included until they are deleted.</summary>
    public required long Size { get; init; }
}
