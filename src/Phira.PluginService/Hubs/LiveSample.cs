using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Hubs;

/// <summary>The measurements of one moment.</summary>
/// <param name="Problem">The problem that keeps the service itself from working; null when there is none.</param>
internal sealed record LiveSample(MetricsMessage Metrics, IReadOnlyList<PluginSnapshot> Plugins, Error? Problem);
