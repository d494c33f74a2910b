using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.Hosting;

namespace Phira.PluginService.Telemetry;

/// <summary>The host's own instruments; the game server, the plugins and the storage have theirs.</summary>
/// <param name="info">The version of the service and the time since its start.</param>
internal sealed class ServiceMetrics(IMeterFactory meters, ServiceInfo info, ServiceReadiness readiness) : IHostedService
{
    public const string MeterName = "Phira.Service";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The factory owns the meter and ends it with the service.
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "phira.service.uptime", () => info.Uptime.TotalSeconds, "s", "Time since the service started.");
        meter.CreateObservableGauge(
            "phira.service.health", ReadHealth, unit: null, "1 for the state that the service is in, 0 for every other.");
        meter.CreateObservableGauge(
            "phira.build.info",
            () => new Measurement<int>(1, new("version", ServiceInfo.Version), new("commit", ServiceInfo.Commit)),
            unit: null,
            "The version of the service, and the commit that it was built from.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<Measurement<int>> ReadHealth()
    {
        var present = readiness.Status;
        return Enum.GetValues<ReadinessStatus>()
            .Select(status => new Measurement<int>(status == present ? 1 : 0, new KeyValuePair<string, object?>("status", LabelValue.Of(status))));
    }
}
