using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Web;

/// <summary>A place among the requests to a plugin, with what is kept of the body. Disposing gives both back. For one request at a time.</summary>
public interface IRoutePlace : IDisposable
{
    /// <summary>Begins to read the body. At most half of the places are for bodies on their way, so that slow ones leave room for other requests.</summary>
    /// <returns>False when there are too many.</returns>
    bool TryBeginBody();

    /// <summary>Marks the end of the body.</summary>
    void EndBody();

    /// <summary>Keeps a part of the body in memory.</summary>
    /// <returns>False when the requests to the plugin would keep too much.</returns>
    bool TryHold(int bytes);

    /// <summary>Lets the plugin answer.</summary>
    /// <param name="request">The request; its route was found before.</param>
    /// <param name="cancellationToken">The caller has gone, or waits no longer.</param>
    /// <returns>
    /// The answer; <c>route.changed</c> when the plugin does not have exactly this route any more, so that it has to be looked for again; or
    /// why there is no answer.
    /// </returns>
    Task<Result<RouteResponse>> InvokeAsync(RouteRequest request, CancellationToken cancellationToken);
}
