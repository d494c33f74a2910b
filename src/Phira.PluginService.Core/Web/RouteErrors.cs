using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Web;

/// <summary>Failures of requests to plugins.</summary>
public static class RouteErrors
{
    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode Busy = new("route.busy", ErrorKind.Unavailable);

    /// <summary>{0}: plugin. The route was changed or withdrawn while the request waited; nobody sees it who looks for the route again.</summary>
    public static readonly ErrorCode Changed = new("route.changed", ErrorKind.Unavailable);
}
