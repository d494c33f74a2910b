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

    /// <summary>{0}: plugin name; {1}: the folder that keeps the name; {2}: the folder that is refused.</summary>
    public static readonly ErrorCode DuplicateName = new(
        "plugin.duplicate_name",
        ErrorKind.Conflict,
        new(
            "The folders \"{1}\" and \"{2}\" both hold a plugin called \"{0}\"; the one in \"{2}\" is not loaded.",
            "文件夹“{1}”和“{2}”中的插件都叫“{0}”；“{2}”中的插件不会被加载。"),
        new(
            "Remove one of the folders, or give the plugin in \"{2}\" another name in its plugin.toml.",
            "请删除其中一个文件夹，或在“{2}”的 plugin.toml 中改用其他 name。"));

    /// <summary>{0}: the file.</summary>
    public static readonly ErrorCode NeedsManifest = new(
        "plugin.needs_manifest",
        ErrorKind.Unprocessable,
        new("\"{0}\" is a component without a plugin.toml, so it is not loaded.", "“{0}”是没有 plugin.toml 的组件，未加载。"),
        new(
            "Open the plugin in the dashboard, check the plugin.toml that is proposed there, and adopt the component; or move the file into a folder of its own beside a plugin.toml.",
            "请在管理面板打开该插件，检查建议的 plugin.toml，然后点“采用”；也可以把文件移到单独的文件夹，并在旁边放一个 plugin.toml。"));

    /// <summary>{0}: folder; {1}: what the operating system says.</summary>
    public static readonly ErrorCode FolderUnreadable = new(
        "plugin.folder_unreadable",
        ErrorKind.Unprocessable,
        new("The folder \"{0}\" cannot be read: {1}", "无法读取文件夹“{0}”：{1}"),
        new("Give the account of this service the right to read the folder and the files in it.", "请让运行本服务的账户有权读取该文件夹及其中的文件。"));

    /// <summary>{0}: the plugins directory.</summary>
    public static readonly ErrorCode DirectoryMissing = new(
        "plugin.directory_missing",
        ErrorKind.Unavailable,
        new("There is no plugins directory \"{0}\".", "插件目录“{0}”不存在。"),
        new("Create the directory, or name another with --plugins.", "请创建该目录，或用 --plugins 指定其他目录。"));
}
