using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>Sums up the health of the service and of all plugins.</summary>
internal static class HealthSummary
{
    public static HealthMessage Of(LiveSample sample, Language language) =>
        new(
            sample.Metrics.At,
            sample.Problem is null ? Overall(sample.Plugins) : HealthStatus.Critical,
            sample.Problem is { } problem ? [LocalizedText.Of("sentence.next", problem.Text(), problem.RemedyText()).In(language)] : [],
            [
                .. sample.Plugins.Select(plugin => new PluginHealthMessage(
                    plugin.Name.Value, plugin.Health.Status, [.. plugin.Health.Reasons.Select(reason => reason.In(language))])),
            ]);

    // A plugin that is not running says nothing about the service, unless none is running at all.
    private static HealthStatus Overall(IReadOnlyList<PluginSnapshot> plugins) =>
        plugins.Count == 0 ? HealthStatus.Healthy : plugins.Max(plugin => plugin.Health.Status);
}
