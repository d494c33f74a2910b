using Phira.PluginService.GameServer.Bans;
using Phira.PluginService.GameServer.Sessions;
using Phira.PluginService.GameServer.Settings;

namespace Phira.PluginService.GameServer.Hosting;

/// <summary>What the game server remembers of its earlier lives.</summary>
internal sealed class StateLoader(BanList bans, LiveSettings settings, UsedRecords usedRecords)
{
    /// <summary>Reads it. Before that nobody may get in.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await bans.LoadAsync(cancellationToken);
        await settings.LoadAsync(cancellationToken);
        await usedRecords.LoadAsync(cancellationToken);
    }
}
