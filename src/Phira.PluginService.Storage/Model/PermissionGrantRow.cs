namespace Phira.PluginService.Storage.Model;

internal sealed class PermissionGrantRow
{
    public required string Plugin { get; init; }

    public required string Permission { get; init; }

    public required string Scopes { get; init; }

    public required string GrantedBy { get; init; }

    public required long GrantedAt { get; init; }
}
