using System.Collections.Immutable;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The streams that one instance has opened. Changed by the instance's thread, read by any.</summary>
internal sealed class InstanceStreams(PermissionGate permissions)
{
    private ImmutableSortedDictionary<string, RouteAccess> _opened = ImmutableSortedDictionary<string, RouteAccess>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The opened streams by name, each with the callers that may read it.</summary>
    public ImmutableSortedDictionary<string, RouteAccess> Opened
    {
        get => Volatile.Read(ref _opened);
        set => Volatile.Write(ref _opened, value);
    }

    /// <summary>The opened streams that the plugin's current grants cover.</summary>
    public ImmutableSortedDictionary<string, RouteAccess> Allowed
    {
        get
        {
            var opened = Opened;
            return opened.RemoveRange(opened.Keys.Where(name => !permissions.Covers(PermissionNames.HttpRoutes, TargetOf(name))));
        }
    }

    /// <summary>Returns the target of the permission for a stream: its path.</summary>
    public static PermissionTarget TargetOf(string name) => new() { Path = ReservedPaths.StreamPrefix + name };
}
