using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>A permission that an administrator has granted to a plugin.</summary>
/// <param name="Permission">Name of the permission, as manifests spell it.</param>
/// <param name="ScopesJson">One JSON object with the scopes as manifests spell them; <c>{}</c> without bounds.</param>
public sealed record PermissionGrant(
    PluginName Plugin, string Permission, string ScopesJson, string GrantedBy, DateTimeOffset GrantedAt);
