using Phira.PluginService.Core.Results;

namespace Phira.PluginService.GameServer.Settings;

/// <summary>Failures of the server settings.</summary>
internal static class ServerSettingsErrors
{
    /// <summary>{0}: characters given. {1}: most characters allowed.</summary>
    public static readonly ErrorCode TextTooLong = new("server_settings.text_too_long", ErrorKind.InvalidArgument);
}
