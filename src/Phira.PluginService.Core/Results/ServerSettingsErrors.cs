namespace Phira.PluginService.Core.Results;

/// <summary>Failures of the server settings.</summary>
public static class ServerSettingsErrors
{
    /// <summary>{0}: characters given. {1}: most characters allowed.</summary>
    public static readonly ErrorCode TextTooLong = new(
        "server_settings.text_too_long",
        ErrorKind.InvalidArgument,
        new("The text has {0} characters; at most {1} are allowed.", "文本有 {0} 个字符，最多允许 {1} 个。"),
        new("Shorten the text.", "请缩短文本。"));
}
