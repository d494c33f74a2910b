using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>What was measured at one moment.</summary>
/// <param name="Metrics">The numbers, the same in every language.</param>
/// <param name="Plugins">The plugins, whose health is told in the reader's language.</param>
internal sealed record LiveSample(MetricsMessage Metrics, IReadOnlyList<PluginSnapshot> Plugins);
