using System.ComponentModel;
using Phira.PluginService.Contracts;

namespace Phira.PluginService.Hubs;

/// <summary>Pushed each second as <c>metrics</c>.</summary>
internal sealed record MetricsMessage(
    [property: Description("Time of the measurement.")] DateTimeOffset At,
    [property: Description("The whole process.")] SystemMetrics System,
    [property: Description("Each plugin, ordered by name.")] IReadOnlyList<PluginMetrics> Plugins)
{
    [Description("The work that remains before the service stops; null while it is not stopping.")]
    public required StoppingMessage? Stopping { get; init; }
}
