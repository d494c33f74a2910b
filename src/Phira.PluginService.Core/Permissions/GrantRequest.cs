namespace Phira.PluginService.Core.Permissions;

/// <summary>What an administrator allows.</summary>
/// <param name="ScopesJson">How far, as in <see cref="PermissionGrant"/>; null for exactly what the manifest asks for.</param>
public sealed record GrantRequest(string Permission, string? ScopesJson);
