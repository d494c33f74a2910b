using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>The values that the instruments report of one plugin.</summary>
/// <param name="Uptime">Time since the present instance started; zero when there is none.</param>
internal sealed record PluginReading(
    PluginName Name, string State, PluginUsage Usage, TimeSpan Uptime, IReadOnlyDictionary<string, long> LimitHits)
{
    /// <summary>Log lines dropped beyond the rate.</summary>
    public long DroppedLogLines { get; init; }

    /// <summary>Events that are not delivered again because they crashed the plugin twice.</summary>
    public long SkippedEvents { get; init; }
}
