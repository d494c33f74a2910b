using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Charts;

/// <summary>The interface <c>charts</c>.</summary>
internal sealed class ChartsInterface(IChartLookup charts, IOptions<ChartsOptions> options, TimeProvider timeProvider)
    : StatefulHostInterface<ChartsFunctions, TokenBucket>(
        "charts",
        new HostFunction<ChartsFunctions>("get-chart", charts => charts.GetChart) { Permission = PermissionNames.ReadCharts })
{
    /// <inheritdoc />
    protected override TokenBucket CreatePluginState(PluginName plugin) => PluginRate.Of(options.Value.ChartLookupsPerSecond, timeProvider);

    /// <inheritdoc />
    protected override ChartsFunctions CreateInstance(InstanceScope scope, TokenBucket rate) => new(scope.Context, charts, rate);
}
