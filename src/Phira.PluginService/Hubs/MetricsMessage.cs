using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Hubs;

/// <summary>Pushed each second as <c>metrics</c>.</summary>
internal sealed record MetricsMessage(
    [property: Description("When it was measured.")] DateTimeOffset At,
    [property: Description("The whole process.")] SystemMetrics System,
    [property: Description("Each plugin, ordered by name.")] IReadOnlyList<PluginMetrics> Plugins)
{
    [Description("What the service still waits for before it stops; null while it is not stopping.")]
    public required StoppingMessage? Stopping { get; init; }
}
