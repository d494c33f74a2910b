using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Routes;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>The interface <c>http-routes</c>. Requests that are under way count for the plugin and not for the instance.</summary>
internal sealed class HttpRoutesInterface(RouteRegistry registry, StaticFileStore files, IOptions<RoutesOptions> options)
    : StatefulHostInterface<HttpRoutesFunctions, RequestQueue>(
        "http-routes",
        new("register-route", routes => routes.Register)
        {
            Permission = PermissionNames.HttpRoutes,
            Target = static _ => static arguments => new PermissionTarget { Path = arguments[1].AsString() },
        },
        new("unregister-route", routes => routes.Unregister) { Permission = PermissionNames.HttpRoutes })
{
    /// <inheritdoc />
    protected override RequestQueue CreatePluginState(PluginName plugin) => new(options.Value.RouteRequestsPerPlugin);

    /// <inheritdoc />
    protected override HttpRoutesFunctions CreateInstance(InstanceScope scope, RequestQueue requests)
    {
        var copied = files.Copy(scope.Folder);
        if (!copied.IsSuccess)
        {
            scope.Context.Log.WriteByHost(PluginLogLevel.Error, $"{StaticFileStore.Folder}/ cannot be served: {copied.Error.Message()}");
        }

        return new(scope.Context, new InstanceRoutes(scope.Context, requests, copied.Value ?? StaticFileSet.Empty, options.Value), registry);
    }
}
