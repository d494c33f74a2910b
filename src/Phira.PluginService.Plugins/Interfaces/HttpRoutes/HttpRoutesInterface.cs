using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;

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
        new("limit-request-body", routes => routes.LimitBody) { Permission = PermissionNames.HttpRoutes },
        new("unregister-route", routes => routes.Unregister) { Permission = PermissionNames.HttpRoutes })
{
    /// <summary>Adds what knows the routes and files of all plugins.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StaticFileStore>();
        services.AddSingleton<RouteRegistry>();
        services.AddSingleton<IPluginRoutes>(provider => provider.GetRequiredService<RouteRegistry>());
        services.AddSingleton<IPluginFiles>(provider => provider.GetRequiredService<RouteRegistry>());
    }

    /// <inheritdoc />
    protected override RequestQueue CreatePluginState(PluginName plugin) => new(options.Value.RouteRequestsPerPlugin, options.Value.RouteRequestBytesPerPlugin);

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
