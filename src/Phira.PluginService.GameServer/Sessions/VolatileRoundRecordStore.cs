using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Keeps nothing. For hosts without storage.</summary>
internal sealed class VolatileRoundRecordStore : IRoundRecordStore
{
    public Task AddAsync(RoundRecord record, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<RoundRecordPage> GetOfUserAsync(UserId user, int? chart, long? before, int count, CancellationToken cancellationToken) =>
        Task.FromResult(new RoundRecordPage([], Next: null));
}
