using Phira.PluginService.Core.Game;

namespace Phira.PluginService.GameServer.Settings;

/// <summary>Forgets. For hosts without storage, where settings last as long as the process.</summary>
internal sealed class VolatileServerSettingsStore : IServerSettingsStore
{
    public Task<ServerSettings?> LoadAsync(CancellationToken cancellationToken) => Task.FromResult<ServerSettings?>(null);

    public Task SaveAsync(ServerSettings settings, string changedBy, CancellationToken cancellationToken) => Task.CompletedTask;
}
