using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient;

/// <summary>The interface <c>http-client</c>. Requests that are under way count for the plugin and not for the instance.</summary>
internal sealed class HttpClientInterface(NetworkServices network, IOptions<HttpClientOptions> options)
    : StatefulHostInterface<HttpClientFunctions, ConnectionCount>(
        "http-client", new HostFunction<HttpClientFunctions>("send", client => client.Send) { ConditionalPermission = PermissionNames.Network })
{
    /// <summary>Adds the network of the operating system, unless the host brings another one.</summary>
    public static void AddServices(IServiceCollection services) => services.TryAddSingleton(NetworkServices.System);

    /// <inheritdoc />
    protected override ConnectionCount CreatePluginState(PluginName plugin) => new();

    /// <inheritdoc />
    protected override HttpClientFunctions CreateInstance(InstanceScope scope, ConnectionCount connections) =>
        new(scope.Context, scope.Limits, new HttpSender(network, options.Value, connections, scope.Context.Counters));
}
