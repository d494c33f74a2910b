namespace Phira.PluginService.Core.Results;

/// <summary>Problems of the service's own configuration: file, environment and command line.</summary>
public static class SettingsErrors
{
    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new(
        "settings.invalid",
        ErrorKind.Unprocessable,
        new("The configuration of the service has {0} problem(s).", "服务的配置有 {0} 处问题。"),
        new(
            "Correct everything listed, then start again; --print-config-sample shows every key with its default.",
            "请逐一修正后重新启动；--print-config-sample 会列出全部键及默认值。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode FileMissing = new(
        "settings.file_missing",
        ErrorKind.NotFound,
        new("The configuration file \"{0}\" does not exist.", "配置文件“{0}”不存在。"),
        new("Check the path after --config, or create the file with --print-config-sample.", "请检查 --config 后的路径，或用 --print-config-sample 生成该文件。"));

    /// <summary>{0}: what the operating system said.</summary>
    public static readonly ErrorCode FileUnreadable = new(
        "settings.file_unreadable",
        ErrorKind.Unprocessable,
        new("The configuration file cannot be read: {0}", "无法读取配置文件：{0}"),
        new("Give the account that runs the service the right to read it.", "请让运行本服务的账户有权读取该文件。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotUtf8 = new(
        "settings.not_utf8",
        ErrorKind.Unprocessable,
        new("The configuration file is not UTF-8 text.", "配置文件不是 UTF-8 文本。"),
        new("Save it with the encoding UTF-8.", "请以 UTF-8 编码保存该文件。"));

    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode Syntax = new(
        "settings.syntax",
        ErrorKind.Unprocessable,
        new("This is not TOML: {0}", "不符合 TOML 语法：{0}"),
        new("Correct the line; the format is described at https://toml.io.", "请修正该行；格式说明见 https://toml.io。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode DuplicateKey = new(
        "settings.duplicate_key",
        ErrorKind.Unprocessable,
        new("\"{0}\" is given twice.", "“{0}”重复出现。"),
        new("Remove one of the two.", "请删除其中一个。"));

    /// <summary>{0}: key, variable or switch as written; {1}: the nearest known one.</summary>
    public static readonly ErrorCode UnknownKey = new(
        "settings.unknown_key",
        ErrorKind.Unprocessable,
        new("There is no setting \"{0}\".", "不存在设置项“{0}”。"),
        new("The nearest known one is \"{1}\": correct the name or remove it.", "最接近的已知设置项是“{1}”：请更正名称或将其删除。"));

    /// <summary>{0}: key, variable or switch; {1}: expected type, in words; {2}: what was found.</summary>
    public static readonly ErrorCode WrongType = new(
        "settings.wrong_type",
        ErrorKind.Unprocessable,
        new("\"{0}\" must be {1}, not {2}.", "“{0}”必须是{1}，而不是 {2}。"),
        new("Write {1}.", "请改为{1}。"));

    /// <summary>{0}: the rule broken, in words.</summary>
    public static readonly ErrorCode BadValue = new(
        "settings.bad_value",
        ErrorKind.Unprocessable,
        new("{0}", "{0}"),
        new("--print-config-sample shows every key with its bounds and default.", "--print-config-sample 会列出每个键的取值范围和默认值。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationSourceMissing = new(
        "settings.migration_source_missing",
        ErrorKind.NotFound,
        new("There is no file \"{0}\" to migrate.", "找不到要迁移的文件“{0}”。"),
        new("Check the path after --migrate-config.", "请检查 --migrate-config 后的路径。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationNothingFound = new(
        "settings.migration_nothing_found",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds no setting of another Phira server that this one knows; nothing was written.", "“{0}”中没有本服务认识的其他 Phira 服务器的设置，未写入任何文件。"),
        new("Name the server_config.yml of the other server after --migrate-config.", "请在 --migrate-config 后指定另一个服务器的 server_config.yml。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode MigrationTargetExists = new(
        "settings.migration_target_exists",
        ErrorKind.Conflict,
        new("\"{0}\" exists already and was not changed.", "“{0}”已存在，未作更改。"),
        new("Name another file with --config FILE, or move that one away.", "请用 --config FILE 指定另一个文件，或先移走它。"));

    /// <summary>{0}: file read; {1}: file to be written; {2}: what the operating system said.</summary>
    public static readonly ErrorCode MigrationFailed = new(
        "settings.migration_failed",
        ErrorKind.Unprocessable,
        new("\"{0}\" could not be migrated to \"{1}\": {2}", "无法将“{0}”迁移为“{1}”：{2}"),
        new("Run it as an account that may read the first file and write the second.", "请以能读取前者并写入后者的账户运行。"));

    /// <summary>{0}: switch; {1}: what belongs after it.</summary>
    public static readonly ErrorCode ValueMissing = new(
        "settings.value_missing",
        ErrorKind.InvalidArgument,
        new("The switch \"{0}\" lacks its value.", "开关“{0}”缺少取值。"),
        new("Write {0} {1}.", "请写成 {0} {1}。"));

    /// <summary>{0}: switch.</summary>
    public static readonly ErrorCode ValueUnexpected = new(
        "settings.value_unexpected",
        ErrorKind.InvalidArgument,
        new("The switch \"{0}\" takes no value.", "开关“{0}”不接受取值。"),
        new("Write {0} alone.", "请单独写 {0}。"));

    /// <summary>{0}: argument.</summary>
    public static readonly ErrorCode ArgumentUnexpected = new(
        "settings.argument_unexpected",
        ErrorKind.InvalidArgument,
        new("The argument \"{0}\" belongs to no switch.", "参数“{0}”不属于任何开关。"),
        new("Remove it; --help lists the switches.", "请将其删除；--help 会列出全部开关。"));
}
