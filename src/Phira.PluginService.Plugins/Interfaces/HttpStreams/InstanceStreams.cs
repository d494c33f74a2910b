using System.Collections.Immutable;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The streams that one instance has opened. Changed by the instance's thread, read by any.</summary>
internal sealed class InstanceStreams(PermissionGate permissions)
{
    private ImmutableSortedDictionary<string, RouteAccess> _opened = ImmutableSortedDictionary<string, RouteAccess>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>Who may read each of them.</summary>
    public ImmutableSortedDictionary<string, RouteAccess> Opened
    {
        get => Volatile.Read(ref _opened);
        set => Volatile.Write(ref _opened, value);
    }

    /// <summary>Those that the plugin's grants of now cover.</summary>
    public ImmutableSortedDictionary<string, RouteAccess> Allowed
    {
        get
        {
            var opened = Opened;
            return opened.RemoveRange(opened.Keys.Where(name => !permissions.Covers(PermissionNames.HttpRoutes, TargetOf(name))));
        }
    }

    /// <summary>What the permission is used on by a stream: its path.</summary>
    public static PermissionTarget TargetOf(string name) => new() { Path = ReservedPaths.StreamPrefix + name };
}
