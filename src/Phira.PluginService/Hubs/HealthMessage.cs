using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>Pushed each second as <c>health</c>.</summary>
/// <param name="At">When.</param>
/// <param name="Status">The worst of all plugins.</param>
/// <param name="Plugins">Each plugin.</param>
internal sealed record HealthMessage(
    [property: Description("When.")] DateTimeOffset At,
    [property: Description("The worst of all plugins; those that are not running do not count.")] HealthStatus Status,
    [property: Description("Each plugin, ordered by name.")] IReadOnlyList<PluginHealthMessage> Plugins);
