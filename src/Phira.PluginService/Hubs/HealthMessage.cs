using System.ComponentModel;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Hubs;

/// <summary>Pushed each second as <c>health</c>.</summary>
internal sealed record HealthMessage(
    [property: Description("Time of the check.")] DateTimeOffset At,
    [property: Description("The worst of all plugins, those that are not running excepted; critical while the service itself has a problem.")] HealthStatus Status,
    [property: Description("The problems that keep the service itself from working, such as a full disk, each with advice; empty when there are none.")] IReadOnlyList<string> Problems,
    [property: Description("Each plugin, ordered by name.")] IReadOnlyList<PluginHealthMessage> Plugins);
