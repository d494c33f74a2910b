namespace Phira.PluginService.Core.Results;

/// <summary>Failures of plugin management.</summary>
public static class PluginErrors
{
    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NotFound = new(
        "plugin.not_found",
        ErrorKind.NotFound,
        new("No plugin is called \"{0}\".", "没有名为“{0}”的插件。"),
        new("List the plugins with GET /api/v1/plugins and check the spelling.", "用 GET /api/v1/plugins 查看插件列表，并检查拼写。"));
}
