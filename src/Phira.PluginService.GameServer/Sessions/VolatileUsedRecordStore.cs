using Phira.PluginService.Core.Rooms;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Forgets. For hosts without storage, where a record counts once for as long as the process lasts.</summary>
internal sealed class VolatileUsedRecordStore : IUsedRecordStore
{
    public Task<IReadOnlyList<int>> GetNewestAsync(int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<int>>([]);

    public Task AddAsync(int record, int keep, CancellationToken cancellationToken) => Task.CompletedTask;
}
