using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>Charts as the players' own choices are looked up, so that both share what is remembered.</summary>
internal sealed class ChartLookup(IPhiraApi api) : IChartLookup
{
    public Task<Result<ChartDetails>> FindChartAsync(int id, CancellationToken cancellationToken) => api.GetChartAsync(id, cancellationToken);
}
