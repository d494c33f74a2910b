using System.ComponentModel;

namespace Phira.PluginService.Api.Permissions;

/// <summary>Replaces all that a plugin is allowed.</summary>
/// <param name="Grants">What it is allowed.</param>
/// <param name="Reason">Why.</param>
internal sealed record GrantPermissionsRequest(
    [property: Description("All that the plugin is allowed from now on; an empty list takes everything away.")] IReadOnlyList<GrantedPermission>? Grants,
    [property: Description("Why, at most 200 characters, for the audit log.")] string? Reason);
