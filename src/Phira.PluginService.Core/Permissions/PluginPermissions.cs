using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Permissions;

/// <summary>All permissions of a plugin, ordered by name.</summary>
/// <param name="Version">The version that asks: the one in the folder, which may be newer than the one that runs.</param>
/// <param name="Permissions">The permissions that are requested, granted or used.</param>
public sealed record PluginPermissions(PluginName Plugin, string? Version, ImmutableArray<PermissionStatus> Permissions)
{
    /// <summary>Whether something is asked for that is not allowed.</summary>
    public bool IsPending => Permissions.Any(permission => permission.IsPending);
}
