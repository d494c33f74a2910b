using Microsoft.AspNetCore.SignalR;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Hubs;

/// <summary>Everything that the hub pushes, with its names on the wire.</summary>
internal sealed class LiveClient(IClientProxy proxy)
{
    public const string MetricsMethod = "metrics";
    public const string HealthMethod = "health";
    public const string PluginChangedMethod = "pluginChanged";

    public Task MetricsAsync(MetricsMessage message, CancellationToken cancellationToken) =>
        proxy.SendAsync(MetricsMethod, message, cancellationToken);

    public Task HealthAsync(HealthMessage message, CancellationToken cancellationToken) =>
        proxy.SendAsync(HealthMethod, message, cancellationToken);

    public Task PluginChangedAsync(PluginResponse plugin, CancellationToken cancellationToken) =>
        proxy.SendAsync(PluginChangedMethod, plugin, cancellationToken);
}
