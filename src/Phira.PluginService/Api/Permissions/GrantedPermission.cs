using System.ComponentModel;
using System.Text.Json;

namespace Phira.PluginService.Api.Permissions;

/// <summary>One permission that is granted.</summary>
internal sealed record GrantedPermission(
    [property: Description("Name of the permission, as manifests spell it.")] string? Permission,
    [property: Description("An object with scopes as manifests spell them; null or left out for exactly what the manifest asks for.")] JsonElement? Scopes);
