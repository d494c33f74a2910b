using System.Collections.Concurrent;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The routes that one instance has registered. They count only while the instance is the active one. Changed by the instance's thread, read by
/// requests.
/// </summary>
internal sealed class InstanceRoutes(HostContext context, RequestQueue requests, StaticFileSet files, RoutesOptions options)
{
    private readonly ConcurrentDictionary<string, bool> _dropped = new(StringComparer.Ordinal);
    private RouteTable _table = RouteTable.Empty;

    /// <summary>The requests to the plugin.</summary>
    public RequestQueue Requests => requests;

    /// <summary>The files that the plugin brings along.</summary>
    public StaticFileSet Files => files;

    public RoutesOptions Options => options;

    /// <summary>Whether the plugin may serve anything. An administrator may take that away at any time.</summary>
    public bool IsAllowed => context.Permissions.Allows(PermissionNames.HttpRoutes);

    /// <summary>Finds the route for a request among those that the plugin's grants of now cover.</summary>
    public RouteFinding Find(string method, string path) =>
        Volatile.Read(ref _table).Find(method, path, route => IsGranted(route.Pattern));

    /// <summary>Whether the plugin's grants of now cover a path, or the pattern of one.</summary>
    public bool IsGranted(string path) => context.Permissions.Covers(PermissionNames.HttpRoutes, new PermissionTarget { Path = path });

    /// <summary>Adds a route, or replaces the same one.</summary>
    public HostReply Add(PluginRoute route, RoutePattern pattern)
    {
        if (_table.FindSame(route.Method, pattern) is { } same && same.Pattern != route.Pattern)
        {
            return HostReply.Conflict($"{same.Method} {same.Pattern} matches the same paths");
        }

        var changed = _table.With(route, pattern);
        if (changed.Count > options.RoutesPerPlugin)
        {
            return context.Exceeded(RoutesOptions.RoutesLimit, $"{RoutesOptions.RoutesLimit}: at most {options.RoutesPerPlugin}");
        }

        Volatile.Write(ref _table, changed);
        return HostReply.Done;
    }

    /// <summary>Removes a route.</summary>
    /// <returns>False when there is none.</returns>
    public bool Remove(string method, string pattern)
    {
        if (FindRegistered(method, pattern) is not var (route, _))
        {
            return false;
        }

        Volatile.Write(ref _table, _table.Without(route));
        return true;
    }

    /// <summary>Limits the bodies of requests to a route.</summary>
    /// <returns>False when there is no such route.</returns>
    public bool LimitBody(string method, string pattern, int bytes)
    {
        if (FindRegistered(method, pattern) is not var (route, parsed))
        {
            return false;
        }

        Volatile.Write(ref _table, _table.With(route with { BodyBytes = bytes }, parsed));
        return true;
    }

    /// <summary>Tells the plugin's author, once for each name, that a header of an answer is not sent.</summary>
    public void HeaderDropped(string name)
    {
        if (_dropped.Count < HeaderNames.MaximumDropsLogged && _dropped.TryAdd(name, true))
        {
            context.Log.WriteByHost(PluginLogLevel.Warn, $"the header {name} of an answer is not sent: plugins cannot set it, its value is not valid, or it is there twice");
        }
    }

    // Routes are named as they were registered.
    private (PluginRoute Route, RoutePattern Pattern)? FindRegistered(string method, string pattern) =>
        RoutePattern.Parse(pattern, out _) is { } parsed && _table.FindSame(method, parsed) is { } route && route.Pattern == pattern ? (route, parsed) : null;
}
