using System.Collections.Frozen;
using Phira.PluginService.Plugins.Security;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Decides what a plugin may do: what its manifest asks for and the host grants. By default nothing. What a manifest declares is
/// granted; <paramref name="isGranted"/> is where an administrator's decision comes in.
/// </summary>
/// <param name="requested">What the manifest asks for, by name.</param>
/// <param name="isGranted">Whether a request is granted.</param>
internal sealed class PermissionGate(IReadOnlyDictionary<string, PermissionRequest> requested, Func<PermissionRequest, bool> isGranted)
{
    private readonly FrozenSet<string> _allowed =
        requested.Values.Where(isGranted).Select(request => request.Name).ToFrozenSet();

    /// <summary>Whether the plugin may use a permission.</summary>
    /// <param name="permission">One of <see cref="KnownPermissions"/>.</param>
    public bool Allows(string permission) => _allowed.Contains(permission);
}
