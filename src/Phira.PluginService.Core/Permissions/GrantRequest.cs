namespace Phira.PluginService.Core.Permissions;

/// <summary>A permission that an administrator wants to grant.</summary>
/// <param name="ScopesJson">The scopes, as in <see cref="PermissionGrant"/>; null for exactly those that the manifest asks for.</param>
public sealed record GrantRequest(string Permission, string? ScopesJson);
