using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Upstream;

/// <summary>What the game server asks the Phira HTTP API. Failures are <see cref="PhiraApiErrors"/>.</summary>
internal interface IPhiraApi
{
    /// <summary>Whose token is this?</summary>
    Task<Result<PhiraProfile>> GetProfileAsync(string token, CancellationToken cancellationToken);

    /// <summary>Which chart has this number?</summary>
    Task<Result<ChartDetails>> GetChartAsync(int id, CancellationToken cancellationToken);

    /// <summary>What is the result with this number?</summary>
    Task<Result<PlayRecord>> GetRecordAsync(int id, CancellationToken cancellationToken);
}
