using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The instrument of the calls between plugins.</summary>
internal sealed class ServiceCallMetrics(IMeterFactory meters)
{
    private readonly Histogram<double> _calls = meters.Create(PluginMetrics.MeterName)
        .CreateHistogram<double>("phira.plugin.service_call.duration", "s", "Time that plugins waited for services of other plugins.", tags: null, DurationBuckets.Calls);

    /// <summary>Records a call of one plugin to a service of another.</summary>
    public void Record(ServiceEdge edge, bool failed, TimeSpan duration) => _calls.Record(
        duration.TotalSeconds,
        new("caller", edge.Caller.Value),
        new("provider", edge.Provider.Value),
        new("service", edge.Service),
        new("outcome", failed ? "error" : "ok"));
}
