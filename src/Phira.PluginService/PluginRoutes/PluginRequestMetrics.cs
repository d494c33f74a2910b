using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Telemetry;

namespace Phira.PluginService.PluginRoutes;

/// <summary>Counts the requests that plugins were asked, or the host for them, by what was answered.</summary>
internal sealed class PluginRequestMetrics(IMeterFactory meters)
{
    private readonly Counter<long> _requests = meters.Create(ServiceMetrics.MeterName)
        .CreateCounter<long>("phira.plugin.http.requests", "{request}", "Requests to what plugins serve.");

    /// <summary>Counts a request when its answer begins, so that a stream counts while it is read. A request whose caller has gone does not count.</summary>
    /// <param name="finding">The route found for the request; null for a stream, or nothing.</param>
    public void Count(HttpContext context, PluginAddress target, RouteFinding? finding)
    {
        var kind = target.IsStream ? "stream" : finding?.Route is not null ? "route" : "file";
        context.Response.OnStarting(() =>
        {
            Record(target.Plugin, kind, context.Response.StatusCode);
            return Task.CompletedTask;
        });
    }

    // Neither the path nor the exact status is a label: strangers choose the one, plugins the other.
    private void Record(PluginName plugin, string kind, int status) =>
        _requests.Add(1, new("plugin", plugin.Value), new("kind", kind), new("status", $"{status / 100}xx"));
}
