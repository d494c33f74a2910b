using Phira.PluginService.Core.Bans;

namespace Phira.PluginService.GameServer.Bans;

/// <summary>Forgets. For hosts without storage, where bans last as long as the process.</summary>
internal sealed class VolatileBanStore : IBanStore
{
    public Task<IReadOnlyList<Ban>> GetAllAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Ban>>([]);

    public Task SetAsync(Ban ban, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> RemoveAsync(BanTarget target, CancellationToken cancellationToken) => Task.FromResult(false);
}
