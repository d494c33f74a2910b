using System.Diagnostics.Metrics;
using Phira.PluginService.Composition;
using Phira.PluginService.Core.Game;

namespace Phira.PluginService.Telemetry;

/// <summary>The host's own instruments: how many players there are, read from the published snapshots when somebody asks.</summary>
/// <param name="meters">Makes the meter.</param>
/// <param name="info">When the service started.</param>
/// <param name="game">The players and rooms.</param>
/// <param name="listener">The connections.</param>
internal sealed class ServiceMetrics(IMeterFactory meters, ServiceInfo info, IGameQueries game, IGameListener listener) : IHostedService
{
    public const string MeterName = "Phira.Service";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // The factory owns the meter and ends it with the service.
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge(
            "phira.service.uptime", () => info.Uptime.TotalSeconds, "s", "Time since the service started.");
        meter.CreateObservableGauge(
            "phira.service.users.online", () => game.OnlineUserCount, "{user}", "Users with a live connection.");
        meter.CreateObservableGauge(
            "phira.service.rooms", () => game.Rooms.Count, "{room}", "Open rooms.");
        meter.CreateObservableGauge(
            "phira.service.connections", () => listener.ConnectionCount, "{connection}", "Open connections of players, logged in or not.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
