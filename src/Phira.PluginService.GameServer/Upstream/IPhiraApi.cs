using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>Asks the Phira HTTP API. Failures are <see cref="PhiraApiErrors"/>.</summary>
internal interface IPhiraApi
{
    /// <summary>Asks for the account that a token belongs to.</summary>
    Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken);

    /// <summary>Asks for the chart with a number.</summary>
    Task<Result<ChartDetails>> GetChartAsync(int id, CancellationToken cancellationToken);

    /// <summary>Asks for the result with a number.</summary>
    Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken);
}
