using Microsoft.Extensions.DependencyInjection;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Metrics;

/// <summary>The interface <c>metrics</c>.</summary>
internal sealed class MetricsInterface(CustomMetricsRegistry metrics) : StatefulHostInterface<MetricsFunctions, PluginMeter>(
    "metrics",
    Function("counter-add", metrics => metrics.Add),
    Function("gauge-set", metrics => metrics.Set),
    Function("histogram-record", metrics => metrics.Record))
{
    /// <summary>Adds what knows the metrics of all plugins.</summary>
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<CustomMetricsRegistry>();
        services.AddSingleton<IPluginCustomMetrics>(provider => provider.GetRequiredService<CustomMetricsRegistry>());
    }

    /// <inheritdoc />
    protected override PluginMeter CreatePluginState(PluginName plugin) => metrics.Create(plugin);

    /// <inheritdoc />
    protected override MetricsFunctions CreateInstance(InstanceScope scope, PluginMeter state) => new(scope.Context, state);

    private static HostFunction<MetricsFunctions> Function(string name, Func<MetricsFunctions, HostHandler> handler) =>
        new(name, handler) { Permission = PermissionNames.Metrics };
}
