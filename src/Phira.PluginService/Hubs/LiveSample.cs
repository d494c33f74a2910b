using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Hubs;

/// <summary>What was measured at one moment.</summary>
/// <param name="Problem">What keeps the service itself from working; null when nothing does.</param>
internal sealed record LiveSample(MetricsMessage Metrics, IReadOnlyList<PluginSnapshot> Plugins, Error? Problem);
