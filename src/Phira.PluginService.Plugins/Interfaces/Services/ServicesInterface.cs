using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>The interface <c>services</c>.</summary>
internal sealed class ServicesInterface(
    ServiceRegistry registry, ServiceCaller caller, ServiceTraffic traffic, IOptions<ServicesOptions> options)
    : StatefulHostInterface<ServicesFunctions, CallerTraffic>(
        "services",
        Providing("provide", services => services.Provide),
        Providing("provide-with-schemas", services => services.ProvideWithSchemas),
        Providing("withdraw", services => services.Withdraw),
        new("call", services => services.Call)
        {
            Permission = PermissionNames.CallServices,
            Target = static _ => static arguments => new PermissionTarget { Service = $"{arguments[0].AsString()}/{arguments[1].AsString()}" },
        },
        new("list", services => services.List) { Permission = PermissionNames.CallServices })
{
    /// <summary>Adds what knows the services of all plugins and carries the calls.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ServiceRegistry>();
        services.AddSingleton<CallGraph>();
        services.AddSingleton<ServiceCallMetrics>();
        services.AddSingleton<ServiceTraffic>();
        services.AddSingleton<ServiceCaller>();
        services.AddSingleton<IPluginServices, PluginGraphReader>();
    }

    /// <inheritdoc />
    protected override CallerTraffic CreatePluginState(PluginName plugin) => new(plugin, traffic);

    /// <inheritdoc />
    protected override ServicesFunctions CreateInstance(InstanceScope scope, CallerTraffic state) => new(scope, registry, caller, options.Value);

    private static HostFunction<ServicesFunctions> Providing(string name, Func<ServicesFunctions, HostHandler> handler) => new(name, handler)
    {
        Permission = PermissionNames.ProvideServices,
        Target = static _ => static arguments => new PermissionTarget { Service = arguments[0].AsString() },
    };
}
