namespace Phira.PluginService.Storage.Model;

internal sealed class PermissionUseRow
{
    public required string Plugin { get; init; }

    public required string Permission { get; init; }

    /// <summary>Days since 0001-01-01.</summary>
    public required int Day { get; init; }

    public required long Count { get; set; }
}
