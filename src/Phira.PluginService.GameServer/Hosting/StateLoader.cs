using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.GameServer.Settings;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>Loads what the game server keeps over restarts: bans, settings and used records.</summary>
internal sealed class StateLoader(BanList bans, LiveSettings settings, UsedRecords usedRecords)
{
    /// <summary>Loads all of it. Until then nobody may get in.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await bans.LoadAsync(cancellationToken);
        await settings.LoadAsync(cancellationToken);
        await usedRecords.LoadAsync(cancellationToken);
    }
}
