using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Game;

/// <summary>Reads and changes the settings of the running game server.</summary>
public interface IServerSettings
{
    /// <summary>The effective settings.</summary>
    ServerSettings Current { get; }

    /// <summary>Changes the settings; they survive a restart.</summary>
    /// <param name="change">Makes the new settings from the effective ones. Changes are made one after another.</param>
    /// <param name="cancellationToken">Cancels waiting; the settings may have been written.</param>
    /// <returns>The settings that are effective now, or <c>server_settings.text_too_long</c>.</returns>
    Task<Result<ServerSettings>> ChangeAsync(
        Func<ServerSettings, ServerSettings> change, string changedBy, CancellationToken cancellationToken);
}
