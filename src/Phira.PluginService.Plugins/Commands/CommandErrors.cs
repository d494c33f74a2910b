using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>Failures of commands.</summary>
internal static class CommandErrors
{
    /// <summary>{0}: command name.</summary>
    public static readonly ErrorCode NotFound = new("command.not_found", ErrorKind.NotFound);

    /// <summary>{0}: command name, {1}: a command that exists.</summary>
    public static readonly ErrorCode Misspelt = new("command.misspelt", ErrorKind.NotFound);

    /// <summary>{0}: command name, {1}: level.</summary>
    public static readonly ErrorCode Forbidden = new("command.forbidden", ErrorKind.PermissionDenied);

    /// <summary>{0}: command name, {1}: seconds left.</summary>
    public static readonly ErrorCode CoolingDown = new("command.cooling_down", ErrorKind.QuotaExceeded);

    /// <summary>{0}: what the plugin says.</summary>
    public static readonly ErrorCode Failed = new("command.failed", ErrorKind.Unprocessable);
}
