using System.ComponentModel;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Contracts;

/// <summary>The health of a plugin.</summary>
/// <param name="Reasons">The reasons why it is not healthy.</param>
internal sealed record HealthResponse(
    [property: Description("The worst of all checks.")] HealthStatus Status,
    [property: Description("The reasons why it is not healthy; empty when it is.")] IReadOnlyList<string> Reasons)
{
    public static HealthResponse From(PluginHealth health, Language language) =>
        new(health.Status, [.. health.Reasons.Select(reason => reason.In(language))]);
}
