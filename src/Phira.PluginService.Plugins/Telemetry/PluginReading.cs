using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>The numbers of one plugin that the instruments report.</summary>
/// <param name="Uptime">Time since the present instance started; zero when there is none.</param>
internal sealed record PluginReading(
    PluginName Name, string State, HealthStatus Health, PluginUsage Usage, TimeSpan Uptime, PluginCounters Counters);
