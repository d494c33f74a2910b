using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>The health of one plugin.</summary>
/// <param name="Reasons">The reasons why it is not healthy.</param>
internal sealed record PluginHealthMessage(
    [property: Description("Name of the plugin.")] string Name,
    [property: Description("The worst of all checks.")] HealthStatus Status,
    [property: Description("The reasons why it is not healthy; empty when it is.")] IReadOnlyList<string> Reasons);
