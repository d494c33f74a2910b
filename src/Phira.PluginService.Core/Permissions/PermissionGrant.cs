using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>What an administrator allows a plugin.</summary>
/// <param name="Permission">Name of the permission, as manifests spell it.</param>
/// <param name="ScopesJson">How far: one JSON object with the scopes as manifests spell them; <c>{}</c> without bounds.</param>
public sealed record PermissionGrant(
    PluginName Plugin, string Permission, string ScopesJson, string GrantedBy, DateTimeOffset GrantedAt);
