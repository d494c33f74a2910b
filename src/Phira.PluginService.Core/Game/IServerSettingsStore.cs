namespace Phira.PluginService.Core.Game;

/// <summary>Keeps the settings of the game server over restarts. A completed call has reached the disk.</summary>
public interface IServerSettingsStore
{
    /// <summary>Reads the settings.</summary>
    /// <returns>The settings, or null when none were ever written.</returns>
    Task<ServerSettings?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Writes the settings.</summary>
    Task SaveAsync(ServerSettings settings, string changedBy, CancellationToken cancellationToken);
}
