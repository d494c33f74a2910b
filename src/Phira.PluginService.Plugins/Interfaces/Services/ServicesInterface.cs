using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The interface <c>services</c>.</summary>
internal sealed class ServicesInterface() : UnofferedInterface(
    "services",
    ("provide", PermissionNames.ProvideServices),
    ("withdraw", null),
    ("call", PermissionNames.CallServices),
    ("list", null));
