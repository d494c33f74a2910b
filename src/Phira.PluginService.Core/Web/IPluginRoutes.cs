using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Web;

/// <summary>The HTTP routes of the active plugins.</summary>
public interface IPluginRoutes
{
    /// <summary>
    /// Raised when a plugin serves nothing any more, until it is started again or granted what it needs for that. A reload does not raise it.
    /// </summary>
    event Action<PluginName>? Withdrawn;

    /// <summary>The limits of each request.</summary>
    RouteLimits Limits { get; }

    /// <summary>Finds the route for a request.</summary>
    /// <param name="method">The HTTP method; <c>HEAD</c> finds a route for <c>GET</c> when there is none of its own.</param>
    /// <param name="path">The path after <c>/plugins/{name}</c>, decoded, with its leading slash.</param>
    /// <returns>The route with its parameters, or the methods of the path; null when the plugin serves nothing: it is not active, or may not.</returns>
    RouteFinding? Find(PluginName plugin, string method, string path);

    /// <summary>Takes a place among the requests to a plugin, before anything of the request's body is read.</summary>
    /// <returns>The place; <c>route.busy</c> when there is none, <c>route.changed</c> when the plugin serves nothing any more.</returns>
    Result<IRoutePlace> Enter(PluginName plugin);
}
