namespace Phira.PluginService.Core.Results;

/// <summary>Problems of packed plugins and of the versions that are kept.</summary>
public static class PackageErrors
{
    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Refused = new(
        "package.refused",
        ErrorKind.Unprocessable,
        new("The package has {0} problems and is not installed.", "安装包存在 {0} 处问题，未安装。"),
        new("Correct every problem listed, pack it again and send it again.", "请逐一修正列出的问题，重新打包后再上传。"));

    /// <summary>{0}: what is wrong.</summary>
    public static readonly ErrorCode NotAnArchive = new(
        "package.not_an_archive",
        ErrorKind.Unprocessable,
        new("The file is not a .zip archive that can be read: {0}.", "该文件不是可读取的 .zip 压缩包：{0}。"),
        new("Pack the plugin's folder with an ordinary zip tool and send it again.", "请用普通的 zip 工具重新打包插件文件夹后再上传。"));

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new(
        "package.too_large",
        ErrorKind.Unprocessable,
        new("The package is larger than {0} bytes.", "安装包超过 {0} 字节。"),
        new("Leave out what the plugin does not need to run: sources, build results, node_modules.", "请去掉运行插件时不需要的内容：源码、构建产物、node_modules。"));

    /// <summary>{0}: number of entries; {1}: largest number.</summary>
    public static readonly ErrorCode TooManyEntries = new(
        "package.too_many_entries",
        ErrorKind.Unprocessable,
        new("The package has {0} entries; at most {1} are accepted.", "安装包包含 {0} 个条目；最多允许 {1} 个。"),
        new("Leave out what the plugin does not need to run: sources, build results, node_modules.", "请去掉运行插件时不需要的内容：源码、构建产物、node_modules。"));

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode FileTooLarge = new(
        "package.file_too_large",
        ErrorKind.Unprocessable,
        new("The file is larger than {0} bytes when unpacked.", "该文件解压后超过 {0} 字节。"),
        new("Make the file smaller, or leave it out.", "请缩小该文件，或将其去掉。"));

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode UnpacksTooLarge = new(
        "package.unpacks_too_large",
        ErrorKind.Unprocessable,
        new("The package unpacks to more than {0} bytes.", "安装包解压后的总大小超过 {0} 字节。"),
        new("Leave out what the plugin does not need to run: sources, build results, node_modules.", "请去掉运行插件时不需要的内容：源码、构建产物、node_modules。"));

    /// <summary>{0}: largest ratio.</summary>
    public static readonly ErrorCode RatioTooHigh = new(
        "package.ratio_too_high",
        ErrorKind.Unprocessable,
        new("The file unpacks to more than {0} times its packed size.", "该文件解压后超过压缩大小的 {0} 倍。"),
        new("Leave the file out: it holds next to nothing, or it is meant to fill the disk.", "请去掉该文件：它几乎没有内容，或意在占满磁盘。"));

    /// <summary>{0}: the path, made printable; {1}: what is wrong with it, in words.</summary>
    public static readonly ErrorCode BadPath = new(
        "package.bad_path",
        ErrorKind.Unprocessable,
        new("The package holds the path \"{0}\", which is not accepted: {1}.", "安装包包含不被接受的路径“{0}”：{1}。"),
        new("Rename the file, or pack the folder again with an ordinary zip tool.", "请重命名该文件，或用普通的 zip 工具重新打包文件夹。"));

    /// <summary>{0}: the path, made printable; {1}: why, in words.</summary>
    public static readonly ErrorCode LeftOut = new(
        "package.left_out",
        ErrorKind.Unprocessable,
        new("The file \"{0}\" is not installed, because not every system can have a file of that name: {1}.", "未安装文件“{0}”，因为并非所有系统都能使用这样的文件名：{1}。"),
        new("The plugin runs without it. If it needs the file, rename the file and pack the folder again.", "不影响插件运行。如果插件需要该文件，请重命名后重新打包。"));

    /// <summary>{0}: the path; {1}: the path it collides with.</summary>
    public static readonly ErrorCode DuplicatePath = new(
        "package.duplicate_path",
        ErrorKind.Unprocessable,
        new("The paths \"{0}\" and \"{1}\" are the same file on some systems.", "路径“{0}”与“{1}”在某些系统上是同一个文件。"),
        new("Keep one of the two.", "请只保留其中一个。"));

    /// <summary>{0}: the path.</summary>
    public static readonly ErrorCode SpecialEntry = new(
        "package.special_entry",
        ErrorKind.Unprocessable,
        new("\"{0}\" is a link or a device, not a file or a folder.", "“{0}”是链接或设备，而不是文件或文件夹。"),
        new("Put the file itself in its place.", "请换成文件本身。"));

    /// <summary>{0}: the path.</summary>
    public static readonly ErrorCode Encrypted = new(
        "package.encrypted",
        ErrorKind.Unprocessable,
        new("\"{0}\" is encrypted.", "“{0}”已加密。"),
        new("Pack it again without a password.", "请重新打包，不要设置密码。"));

    /// <summary>{0}: the path; {1}: number of the method.</summary>
    public static readonly ErrorCode UnknownCompression = new(
        "package.unknown_compression",
        ErrorKind.Unprocessable,
        new("\"{0}\" is compressed by method {1}; only \"deflate\" and \"stored\" are accepted.", "“{0}”使用了压缩方法 {1}；只接受“deflate”和“stored”。"),
        new("Pack it again with the ordinary settings of a zip tool.", "请用 zip 工具的默认设置重新打包。"));

    /// <summary>{0}: the path; {1}: what is wrong.</summary>
    public static readonly ErrorCode DamagedEntry = new(
        "package.damaged_entry",
        ErrorKind.Unprocessable,
        new("\"{0}\" is damaged: {1}.", "“{0}”已损坏：{1}。"),
        new("Pack the plugin's folder again and send it again.", "请重新打包插件文件夹后再上传。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NoRoot = new(
        "package.no_root",
        ErrorKind.Unprocessable,
        new("The package holds no plugin.toml at its top or in its one top folder.", "安装包的顶层或唯一的顶层文件夹中没有 plugin.toml。"),
        new("Pack the folder that holds plugin.toml.", "请打包包含 plugin.toml 的文件夹。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NeedsManifest = new(
        "package.needs_manifest",
        ErrorKind.Unprocessable,
        new("The file is a component without a plugin.toml, so it is not installed.", "该文件是没有 plugin.toml 的组件，未安装。"),
        new(
            "Look at the plugin.toml that POST /api/v1/packages/inspect proposes, then send the file again with ?adopt=true; or pack it together with a plugin.toml.",
            "请先用 POST /api/v1/packages/inspect 查看建议的 plugin.toml，再带上 ?adopt=true 重新上传；也可以与 plugin.toml 一起打包后上传。"));

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NotLoose = new(
        "package.not_loose",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" is no component that lacks a plugin.toml.", "插件“{0}”不是缺少 plugin.toml 的组件。"),
        new("Change its plugin.toml, or install another version of it.", "请修改它的 plugin.toml，或安装它的其他版本。"));

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NameInUse = new(
        "package.name_in_use",
        ErrorKind.Conflict,
        new("Another plugin is called \"{0}\".", "已有名为“{0}”的插件。"),
        new("Give this one another name in its plugin.toml, or remove the other plugin first.", "请在 plugin.toml 中改用其他 name，或先删除同名插件。"));

    /// <summary>{0}: plugin name; {1}: version asked for.</summary>
    public static readonly ErrorCode VersionNotFound = new(
        "package.version_not_found",
        ErrorKind.NotFound,
        new("No version \"{1}\" of the plugin \"{0}\" is kept.", "没有保留插件“{0}”的版本“{1}”。"),
        new("List the versions with GET /api/v1/plugins/{0}/versions.", "用 GET /api/v1/plugins/{0}/versions 查看保留的版本。"));

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode NoVersion = new(
        "package.no_version",
        ErrorKind.NotFound,
        new("No former version of the plugin \"{0}\" is kept.", "没有保留插件“{0}”的旧版本。"),
        new("Install a version with POST /api/v1/plugins.", "请用 POST /api/v1/plugins 安装一个版本。"));

    /// <summary>{0}: plugin name.</summary>
    public static readonly ErrorCode ChangedMeanwhile = new(
        "package.changed_meanwhile",
        ErrorKind.Conflict,
        new("Another version of the plugin \"{0}\" is in its folder by now.", "插件“{0}”的文件夹中现在是另一个版本。"),
        new("Look at the present version first, then decide again.", "请先查看当前版本，再作决定。"));

    /// <summary>{0}: folder; {1}: what is wrong.</summary>
    public static readonly ErrorCode NotKept = new(
        "package.not_kept",
        ErrorKind.Unprocessable,
        new("What is in the folder \"{0}\" cannot be kept as a version: {1}.", "无法将文件夹“{0}”中的内容保留为版本：{1}。"),
        new("Move what the plugin does not need to run out of the folder, or make the folder readable.", "请把运行插件时不需要的内容移出该文件夹，或修复其读取权限。"));

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode DiskFailed = new(
        "package.disk_failed",
        ErrorKind.Unavailable,
        new("The files of the plugin could not be put in place: {0}", "无法写入插件文件：{0}"),
        new("See that the plugins directory and the data directory can be written to and have room, then try again.", "请确认插件目录和数据目录可写且空间充足，然后重试。"));

    /// <summary>{0}: the export.</summary>
    public static readonly ErrorCode UnusedExport = new(
        "package.unused_export",
        ErrorKind.Unprocessable,
        new("The component exports \"{0}\", which this host does not know and never calls.", "组件导出了“{0}”，本服务不认识该接口，也不会调用它。"),
        new("Look whether its name is right; otherwise update the host to use it.", "请检查名称是否正确；若需使用它，请升级服务。"));
}
