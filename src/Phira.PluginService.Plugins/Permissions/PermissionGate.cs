using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Decides what one version of a plugin may do: what its manifest asks for, as far as it is granted. By default nothing. A grant that
/// changes takes effect at the next use. Safe for several threads.
/// </summary>
internal sealed class PermissionGate(
    PluginName plugin,
    ImmutableSortedDictionary<string, PermissionRequest> requested,
    GrantSet grantSet,
    PermissionRules rules)
{
    private Narrowed _narrowed = new(ImmutableSortedDictionary<string, PermissionRequest>.Empty, ImmutableSortedDictionary<string, PermissionRequest>.Empty);

    /// <summary>The effective permissions, by name: the requests of the manifest, narrowed to the grants.</summary>
    public ImmutableSortedDictionary<string, PermissionRequest> Effective
    {
        get
        {
            var (grants, narrowed) = (grantSet.Grants, Volatile.Read(ref _narrowed));
            if (!ReferenceEquals(grants, narrowed.Grants))
            {
                narrowed = new Narrowed(grants, PermissionScopes.Meet(requested, grants));
                Volatile.Write(ref _narrowed, narrowed);
            }

            return narrowed.Effective;
        }
    }

    /// <summary>Returns the effective scope of one permission.</summary>
    /// <returns>The permission with its scopes, or null when the plugin does not have it.</returns>
    public PermissionRequest? Granted(string permission) => Effective.GetValueOrDefault(permission);

    /// <summary>Whether the plugin has a permission at all. Counts as no use.</summary>
    public bool Allows(string permission) => Granted(permission) is not null;

    /// <summary>Whether a permission reaches a target. Counts as no use.</summary>
    public bool Covers(string permission, PermissionTarget target) =>
        Granted(permission) is { } granted && PermissionScopes.Outside(granted, target) is null;

    /// <summary>Uses a permission: checks that it is there, reaches the target and is not used too often, and counts the use.</summary>
    /// <returns>Null when it may be used, or else the answer to the plugin.</returns>
    public HostReply? Use(string permission, PermissionTarget target = default)
    {
        if (Granted(permission) is not { } granted)
        {
            return Deny(permission);
        }

        if (PermissionScopes.Outside(granted, target) is { } outside)
        {
            return HostReply.Denied($"{permission}: {ExplainOutside(permission, target, outside)}");
        }

        return grantSet.Take(granted) is { } rate ? HostReply.QuotaExceeded($"{permission}: {rate}") : (HostReply?)null;
    }

    /// <summary>Returns the answer to a plugin that lacks a permission. It says who has to change what for the plugin to have it.</summary>
    public HostReply Deny(string permission)
    {
        var reason = !requested.ContainsKey(permission)
            ? new Error(PermissionErrors.NotDeclared, permission, PermissionRequests.LineFor(permission))
            : rules.ForbiddenBy(permission, default) is { } key
                ? new Error(PermissionErrors.ForbiddenByPolicy, permission, key)
                : new Error(PermissionErrors.NotGranted, permission, plugin.Value);
        return HostReply.Denied($"{permission}: {reason.Message()} {reason.Remedy()}");
    }

    private string ExplainOutside(string permission, PermissionTarget target, string outside)
    {
        if (requested.GetValueOrDefault(permission) is { } request && PermissionScopes.Outside(request, target) is { } undeclared)
        {
            return $"the manifest does not ask for {undeclared}";
        }

        return rules.ForbiddenBy(permission, target) is { } key
            ? $"{key} in section [security] of the configuration does not allow {outside}"
            : $"the grant does not cover {outside}";
    }

    private sealed record Narrowed(
        ImmutableSortedDictionary<string, PermissionRequest> Grants, ImmutableSortedDictionary<string, PermissionRequest> Effective);
}
