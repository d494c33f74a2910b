using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Game;

/// <summary>Reads and changes the settings of the running game server.</summary>
public interface IServerSettings
{
    /// <summary>The settings in force.</summary>
    ServerSettings Current { get; }

    /// <summary>Puts other settings in force; they survive a restart.</summary>
    /// <param name="change">Makes the new settings from those in force. Changes are made one after another.</param>
    /// <param name="changedBy">Who decides it.</param>
    /// <param name="cancellationToken">Cancels waiting; the settings may have been written.</param>
    /// <returns>The settings now in force, or <c>server_settings.text_too_long</c>.</returns>
    Task<Result<ServerSettings>> ChangeAsync(
        Func<ServerSettings, ServerSettings> change, string changedBy, CancellationToken cancellationToken);
}
