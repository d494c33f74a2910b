using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>How well one plugin does.</summary>
/// <param name="Reasons">Why it is not healthy.</param>
internal sealed record PluginHealthMessage(
    [property: Description("Name of the plugin.")] string Name,
    [property: Description("The worst of all checks.")] HealthStatus Status,
    [property: Description("Why it is not healthy; empty when it is.")] IReadOnlyList<string> Reasons);
