using System.ComponentModel;
using Phira.PluginService.Core.Permissions;

namespace Phira.PluginService.Api.Permissions;

/// <summary>All permissions of a plugin.</summary>
internal sealed record PermissionsResponse
{
    [Description("Name of the plugin.")]
    public required string Plugin { get; init; }

    [Description("The version that asks: the one in the folder, which may be newer than the one that runs.")]
    public required string? Version { get; init; }

    [Description("Whether something is asked for that is not granted.")]
    public required bool Pending { get; init; }

    [Description("The permissions that are requested, granted or used, ordered by name.")]
    public required IReadOnlyList<PermissionResponse> Permissions { get; init; }

    public static PermissionsResponse From(PluginPermissions permissions) => new()
    {
        Plugin = permissions.Plugin.Value,
        Version = permissions.Version,
        Pending = permissions.IsPending,
        Permissions = [.. permissions.Permissions.Select(PermissionResponse.From)],
    };
}
