using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>The interface <c>http-streams</c>. Readers stay with the plugin while its instances come and go.</summary>
internal sealed class HttpStreamsInterface(StreamRegistry registry) : StatefulHostInterface<HttpStreamsFunctions, PluginStreams>(
    "http-streams",
    Of("open-stream", streams => streams.Open),
    Of("close-stream", streams => streams.Close),
    Of("publish", streams => streams.Publish),
    Of("reader-count", streams => streams.CountReaders))
{
    /// <summary>Adds what knows the streams of all plugins.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StreamMetrics>();
        services.AddSingleton<StreamRegistry>();
        services.AddSingleton<IPluginStreams>(provider => provider.GetRequiredService<StreamRegistry>());
    }

    /// <inheritdoc />
    protected override PluginStreams CreatePluginState(PluginName plugin) => registry.Create(plugin);

    /// <inheritdoc />
    protected override HttpStreamsFunctions CreateInstance(InstanceScope scope, PluginStreams state) => new(scope.Context, state, registry);

    private static HostFunction<HttpStreamsFunctions> Of(string name, Func<HttpStreamsFunctions, HostHandler> handler) =>
        new(name, handler)
        {
            Permission = PermissionNames.HttpRoutes,
            Target = static _ => static arguments => InstanceStreams.TargetOf(arguments[0].AsString()),
        };
}
