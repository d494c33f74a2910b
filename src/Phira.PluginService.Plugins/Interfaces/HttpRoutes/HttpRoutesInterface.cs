using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The interface <c>http-routes</c>.</summary>
internal sealed class HttpRoutesInterface() : UnofferedInterface(
    "http-routes",
    ("register-route", PermissionNames.HttpRoutes),
    ("unregister-route", PermissionNames.HttpRoutes));
