using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Errors of requests that a plugin has not answered.</summary>
internal static class RouteAnswerErrors
{
    /// <summary>{0}: plugin, {1}: id of the crash report.</summary>
    public static readonly ErrorCode Crashed = new("route.crashed", ErrorKind.PluginFault);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode Failed = new("route.failed", ErrorKind.Internal);

    /// <summary>{0}: plugin.</summary>
    public static readonly ErrorCode ResponseInvalid = new("route.response_invalid", ErrorKind.PluginFault);
}
