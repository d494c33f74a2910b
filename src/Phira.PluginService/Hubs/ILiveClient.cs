using Microsoft.AspNetCore.SignalR;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Hubs;

/// <summary>Everything that the hub pushes, with its names on the wire.</summary>
internal interface ILiveClient
{
    [HubMethodName("metrics")]
    Task MetricsAsync(MetricsMessage message, CancellationToken cancellationToken);

    [HubMethodName("health")]
    Task HealthAsync(HealthMessage message, CancellationToken cancellationToken);

    [HubMethodName("pluginChanged")]
    Task PluginChangedAsync(PluginResponse plugin, CancellationToken cancellationToken);
}
