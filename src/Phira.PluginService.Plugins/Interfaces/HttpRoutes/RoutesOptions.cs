using Phira.PluginService.Core.Settings;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>Settings of the routes that plugins serve over HTTP.</summary>
public sealed class RoutesOptions : IInterfaceOptions
{
    internal const string RoutesLimit = "routes_per_plugin";

    /// <inheritdoc />
    public static string Section => "plugins";

    /// <summary>Routes that one plugin may have. Default 64.</summary>
    public int RoutesPerPlugin { get; set; } = 64;

    /// <summary>Requests to one plugin that may be under way or wait at once; what is beyond is refused. Default 64.</summary>
    public int RouteRequestsPerPlugin { get; set; } = 64;

    /// <summary>Longest time until a request is answered: its body, the queue and the plugin together. Default 10 s.</summary>
    public TimeSpan RouteTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes that the body of a request to a plugin may have. Default 1 MiB.</summary>
    public int RouteRequestBytes { get; set; } = 1 << 20;

    /// <summary>
    /// Bytes that the bodies of requests to one plugin may have together, while they are received and answered; what is beyond is refused. Default 16 MiB.
    /// </summary>
    public int RouteRequestBytesPerPlugin { get; set; } = 1 << 24;

    /// <summary>Bytes that the body of a plugin's answer may have. Default 4 MiB.</summary>
    public int RouteResponseBytes { get; set; } = 1 << 22;

    /// <summary>Requests per second that one address (IPv6: one /64) may send to one plugin; four times as many in a burst. Default 50.</summary>
    public double RouteRequestsPerSecond { get; set; } = 50;

    /// <inheritdoc />
    public void Check(SettingProblems problems)
    {
        problems.RequireRange(RoutesPerPlugin, 0, 1000, RoutesLimit);
        problems.RequireRange(RouteRequestsPerPlugin, 1, 10_000, "route_requests_per_plugin");
        problems.RequireRange(RouteTimeout.TotalMilliseconds, 100, 300_000, "route_timeout_ms");
        problems.RequireRange(RouteRequestBytes, 0, 1 << 26, "route_request_bytes");
        problems.RequireRange(RouteRequestBytesPerPlugin, Math.Max(1, RouteRequestBytes), 1 << 30, "route_request_bytes_per_plugin");
        problems.RequireRange(RouteResponseBytes, 0, 1 << 26, "route_response_bytes");
        problems.RequireRange(RouteRequestsPerSecond, 0.1, 100_000, "route_requests_per_second");
    }
}
