namespace Phira.PluginService.Core.Results;

/// <summary>Failures of the server settings.</summary>
public static class ServerSettingsErrors
{
    /// <summary>{0}: characters given. {1}: most characters allowed.</summary>
    public static readonly ErrorCode TextTooLong = new("server_settings.text_too_long", ErrorKind.InvalidArgument);
}
