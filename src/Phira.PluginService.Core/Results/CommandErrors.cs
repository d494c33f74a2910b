namespace Phira.PluginService.Core.Results;

/// <summary>Failures of commands.</summary>
public static class CommandErrors
{
    /// <summary>{0}: command name.</summary>
    public static readonly ErrorCode NotFound = new(
        "command.not_found",
        ErrorKind.NotFound,
        new("There is no command /{0}.", "没有命令 /{0}。"),
        new("Type /help to see what you can use.", "输入 /help 查看可用命令。"));

    /// <summary>{0}: command name, {1}: a command that exists.</summary>
    public static readonly ErrorCode Misspelt = new(
        "command.misspelt",
        ErrorKind.NotFound,
        new("There is no command /{0}. Did you mean /{1}?", "没有命令 /{0}。您是不是想输入 /{1}？"),
        new("Type /help to see what you can use.", "输入 /help 查看可用命令。"));

    /// <summary>{0}: command name, {1}: level.</summary>
    public static readonly ErrorCode Forbidden = new(
        "command.forbidden",
        ErrorKind.PermissionDenied,
        new("/{0} needs the level {1}.", "/{0} 需要 {1} 权限。"),
        new("Ask somebody of that level to use it.", "请让拥有该权限的人使用。"));

    /// <summary>{0}: command name, {1}: seconds left.</summary>
    public static readonly ErrorCode CoolingDown = new(
        "command.cooling_down",
        ErrorKind.QuotaExceeded,
        new("/{0} can be used again in {1} s.", "/{0} 还需等待 {1} 秒。"),
        new("Wait and try again.", "请稍后再试。"));

    /// <summary>{0}: what the plugin says.</summary>
    public static readonly ErrorCode Failed = new(
        "command.failed",
        ErrorKind.Unprocessable,
        new("{0}", "{0}"),
        new("Check the arguments; /help shows the usage.", "请检查参数；/help 可查看用法。"));
}
