using System.Collections.Immutable;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle.Activation;

/// <summary>Compares what one plugin asks for with what it is granted. Used in an operation of the plugin.</summary>
internal sealed class GrantCheck(PluginRecord record, PermissionService permissions, ActiveInstance active)
{
    /// <summary>The requests of the present instance beyond its grants; null when there are none.</summary>
    public Error? FindMissing() => active.Instance is { } instance ? FindMissing(PermissionRequests.Of(instance.Blueprint.Manifest)) : null;

    /// <summary>Makes the stored grants effective, and finds what a version asks for beyond them.</summary>
    public async Task<Error?> AskAsync(PluginManifest manifest)
    {
        var missing = await permissions.AskAsync(record.Name, PermissionRequests.Of(manifest), record.Permissions);
        active.OnGrantsChanged();
        return missing;
    }

    /// <summary>Replaces all that the plugin is allowed.</summary>
    /// <param name="manifest">The version in the folder.</param>
    /// <returns>The missing grants, and whether the instance holds something that has changed.</returns>
    public async Task<Result<(Error? Missing, bool HeldChanged)>> GrantAsync(
        PluginManifest? manifest, IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        var requested = PermissionRequests.Of(manifest);
        var previous = Held();
        var granted = await permissions.GrantAsync(record.Name, grants, requested, record.Permissions, cause);
        if (!granted.IsSuccess)
        {
            return granted.Error;
        }

        active.OnGrantsChanged();
        return (FindMissing(requested), !previous.SequenceEqual(Held()));
    }

    private Error? FindMissing(ImmutableSortedDictionary<string, PermissionRequest> requested) =>
        permissions.Rules.FindMissing(record.Name, requested, record.Permissions.Grants);

    /// <summary>The grants that an instance gets when it is made, and holds for as long as it lives.</summary>
    private ImmutableArray<string> Held()
    {
        if (active.Instance is not { } instance)
        {
            return [];
        }

        var effective = instance.Permissions.Effective;
        return
        [
            .. ((string[])[PermissionNames.Filesystem, PermissionNames.Environment])
                .Select(name => effective.TryGetValue(name, out var held) ? ScopesJson.Write(held) : ""),
        ];
    }
}
