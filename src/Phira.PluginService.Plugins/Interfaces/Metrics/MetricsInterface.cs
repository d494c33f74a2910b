using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The interface <c>metrics</c>.</summary>
internal sealed class MetricsInterface() : UnofferedInterface(
    "metrics",
    ("counter-add", PermissionNames.Metrics),
    ("gauge-set", PermissionNames.Metrics),
    ("histogram-record", PermissionNames.Metrics));
