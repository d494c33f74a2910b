using System.Diagnostics.Metrics;
using Phira.PluginService.Hosting;

namespace Phira.PluginService.Telemetry;

/// <summary>The host's own instruments; the game server and the plugins have theirs.</summary>
/// <param name="info">Holds the time of the start.</param>
internal sealed class ServiceMetrics(IMeterFactory meters, ServiceInfo info) : IHostedService
{
    public const string MeterName = "Phira.Service";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The factory owns the meter and ends it with the service.
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "phira.service.uptime", () => info.Uptime.TotalSeconds, "s", "Time since the service started.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
