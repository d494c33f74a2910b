namespace Phira.PluginService.Core.Results;

/// <summary>Problems of a <c>plugin.toml</c>.</summary>
public static class ManifestErrors
{
    /// <summary>{0}: folder.</summary>
    public static readonly ErrorCode Missing = new(
        "manifest.missing",
        ErrorKind.Unprocessable,
        new("The folder \"{0}\" has no plugin.toml.", "文件夹“{0}”中没有 plugin.toml。"),
        new(
            "Add a plugin.toml with at least name, version and abi_version, or begin the folder's name with \"_\" if it holds no plugin.",
            "请添加至少包含 name、version 和 abi_version 的 plugin.toml；若该文件夹不是插件，请让其名称以“_”开头。"));

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode Unreadable = new(
        "manifest.unreadable",
        ErrorKind.Unprocessable,
        new("The file cannot be read: {0}", "无法读取文件：{0}"),
        new("Give the account of this service the right to read the file.", "请让运行本服务的账户有权读取该文件。"));

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new(
        "manifest.too_large",
        ErrorKind.Unprocessable,
        new("The file is larger than {0} bytes.", "文件超过 {0} 字节。"),
        new("Shorten it; data does not belong into a manifest or a schema.", "请缩减内容；清单和模式文件不应存放数据。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotUtf8 = new(
        "manifest.not_utf8",
        ErrorKind.Unprocessable,
        new("The file is not UTF-8 text.", "文件不是 UTF-8 文本。"),
        new("Save it with the encoding UTF-8.", "请以 UTF-8 编码保存该文件。"));

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new(
        "manifest.invalid",
        ErrorKind.Unprocessable,
        new("The manifest has {0} problems.", "清单中有 {0} 处问题。"),
        new("Correct every problem listed, then load the plugin again.", "请逐一修正列出的问题，然后重新加载插件。"));

    /// <summary>{0}: what the TOML parser says.</summary>
    public static readonly ErrorCode Syntax = new(
        "manifest.syntax",
        ErrorKind.Unprocessable,
        new("This is not TOML: {0}", "不符合 TOML 语法：{0}"),
        new("Correct the line; the format is described at https://toml.io.", "请修正该行；格式说明见 https://toml.io。"));

    /// <summary>{0}: deepest nesting.</summary>
    public static readonly ErrorCode TooDeep = new(
        "manifest.too_deep",
        ErrorKind.Unprocessable,
        new("Values are nested deeper than {0} levels.", "值的嵌套超过 {0} 层。"),
        new("Flatten the value.", "请减少嵌套层数。"));

    /// <summary>{0}: key; {1}: nearest known key.</summary>
    public static readonly ErrorCode UnknownKey = new(
        "manifest.unknown_key",
        ErrorKind.Unprocessable,
        new("There is no key \"{0}\".", "不存在键“{0}”。"),
        new("The nearest known key is \"{1}\": correct the name or remove the key.", "最接近的已知键是“{1}”：请更正名称或删除该键。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode HostKey = new(
        "manifest.host_key",
        ErrorKind.Unprocessable,
        new("\"{0}\" is a setting of the host, not of a plugin.", "“{0}”是服务的设置，而不是插件的设置。"),
        new("Remove the key here and set it in phira.toml.", "请在此处删除该键，改在 phira.toml 中设置。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode DuplicateKey = new(
        "manifest.duplicate_key",
        ErrorKind.Unprocessable,
        new("The key \"{0}\" is given twice.", "键“{0}”重复出现。"),
        new("Remove one of the two.", "请删除其中一个。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode MissingKey = new(
        "manifest.missing_key",
        ErrorKind.Unprocessable,
        new("The required key \"{0}\" is missing.", "缺少必需的键“{0}”。"),
        new("Add \"{0}\" at the top of the file, before the first table.", "请在文件开头、第一个表之前添加“{0}”。"));

    /// <summary>{0}: key; {1}: expected type; {2}: type found.</summary>
    public static readonly ErrorCode WrongType = new(
        "manifest.wrong_type",
        ErrorKind.Unprocessable,
        new("\"{0}\" must be of type {1}, not {2}.", "“{0}”的类型必须是 {1}，而不是 {2}。"),
        new("Write a value of type {1}.", "请写入类型为 {1} 的值。"));

    /// <summary>{0}: key; {1}: value; {2}: an example.</summary>
    public static readonly ErrorCode BadAmount = new(
        "manifest.bad_amount",
        ErrorKind.Unprocessable,
        new("\"{0}\" cannot be \"{1}\": that is no amount in units known here.", "“{0}”不能是“{1}”：这不是以已知单位写出的数量。"),
        new(
            "Write a whole number, or a text such as \"{2}\" (B, KiB, MiB and GiB for sizes; ms, s, min and h for times).",
            "请写整数，或类似 \"{2}\" 的文本（大小用 B、KiB、MiB、GiB；时间用 ms、s、min、h）。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadName = new(
        "manifest.bad_name",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not a plugin name.", "“{0}”的值“{1}”不是有效的插件名称。"),
        new(
            "A plugin name is 1 to 64 characters of a-z, 0-9 and \"-\", and does not begin with \"-\".",
            "插件名称由 1 到 64 个 a-z、0-9 或“-”字符组成，且不以“-”开头。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadVersion = new(
        "manifest.bad_version",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not a semantic version.", "“{0}”的值“{1}”不是语义化版本号。"),
        new("Write three numbers, for example \"1.0.0\" (https://semver.org).", "请写三段数字，例如“1.0.0”（见 https://semver.org/lang/zh-CN/）。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadRange = new(
        "manifest.bad_range",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not a range of versions.", "“{0}”的值“{1}”不是版本范围。"),
        new("Write for example \">=1.0.0\", \"^1.2\", \"1.x\" or \">=1 <3\".", "请写成例如“>=1.0.0”“^1.2”“1.x”或“>=1 <3”的形式。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadFileName = new(
        "manifest.bad_file_name",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not the name of a file in the plugin's own folder.", "“{0}”的值“{1}”不是插件自身文件夹内的文件名。"),
        new("Put the file beside plugin.toml and write its name without any folder.", "请把文件放在 plugin.toml 旁边，只写文件名，不带文件夹。"));

    /// <summary>{0}: value.</summary>
    public static readonly ErrorCode BadEntryPoint = new(
        "manifest.bad_entry_point",
        ErrorKind.Unprocessable,
        new("\"entry_point\" holds \"{0}\", which is not the name of a function.", "“entry_point”的值“{0}”不是函数名。"),
        new(
            "Use letters, digits, \"-\" and \"_\", beginning with a letter, or remove the key for \"init\".",
            "请使用字母、数字、“-”和“_”，并以字母开头；或删除该键以使用“init”。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadUrl = new(
        "manifest.bad_url",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not a web address.", "“{0}”的值“{1}”不是网址。"),
        new("Write a complete address that begins with https:// or http://.", "请写以 https:// 或 http:// 开头的完整网址。"));

    /// <summary>{0}: key; {1}: value.</summary>
    public static readonly ErrorCode BadHost = new(
        "manifest.bad_host",
        ErrorKind.Unprocessable,
        new("\"{0}\" holds \"{1}\", which is not a host.", "“{0}”的值“{1}”不是主机。"),
        new(
            "Write a host name, an address or \"*.suffix\", with an optional port: \"api.example.com\", \"*.example.com:443\", \"[::1]:8080\".",
            "请写主机名、地址或“*.后缀”，可带端口：“api.example.com”“*.example.com:443”“[::1]:8080”。"));

    /// <summary>{0}: key; {1}: value; {2}: smallest; {3}: largest.</summary>
    public static readonly ErrorCode OutOfRange = new(
        "manifest.out_of_range",
        ErrorKind.Unprocessable,
        new("\"{0}\" is {1}, but must be between {2} and {3}.", "“{0}”为 {1}，但必须在 {2} 到 {3} 之间。"),
        new("Write a number between {2} and {3}.", "请写 {2} 到 {3} 之间的数。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode Empty = new(
        "manifest.empty_value",
        ErrorKind.Unprocessable,
        new("\"{0}\" is empty.", "“{0}”为空。"),
        new("Write a value, or remove the key.", "请填写内容，或删除该键。"));

    /// <summary>{0}: key; {1}: largest length.</summary>
    public static readonly ErrorCode TooLong = new(
        "manifest.too_long",
        ErrorKind.Unprocessable,
        new("\"{0}\" is longer than {1}.", "“{0}”的长度超过 {1}。"),
        new("Shorten it to at most {1} characters or elements.", "请缩短到至多 {1} 个字符或元素。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode NotANumber = new(
        "manifest.not_a_number",
        ErrorKind.Unprocessable,
        new("\"{0}\" is infinite or not a number, which a configuration cannot hold.", "“{0}”为无穷大或非数值，配置中不能使用。"),
        new("Write an ordinary number, or a string.", "请改用普通数字或字符串。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode RefersToItself = new(
        "manifest.refers_to_itself",
        ErrorKind.Unprocessable,
        new("\"{0}\" names the plugin itself.", "“{0}”指向插件自身。"),
        new("Remove the line.", "请删除该行。"));

    /// <summary>{0}: version asked for; {1}: version of this host.</summary>
    public static readonly ErrorCode AbiUnsupported = new(
        "manifest.abi_unsupported",
        ErrorKind.Unprocessable,
        new("The plugin is built against phira:plugin {0}; this host offers {1}.", "该插件基于 phira:plugin {0} 构建；本服务提供 {1}。"),
        new(
            "Get a build of the plugin for {1} or an older version of the same major number, or a host that offers {0}.",
            "请使用基于 {1} 或同一主版本中更旧版本构建的插件，或换用提供 {0} 的服务版本。"));

    /// <summary>{0}: version asked for; {1}: version of this host.</summary>
    public static readonly ErrorCode HostTooOld = new(
        "manifest.host_too_old",
        ErrorKind.Unprocessable,
        new("The plugin needs version {0} of this service or newer; this is {1}.", "该插件需要 {0} 或更新版本的服务；当前为 {1}。"),
        new("Update the service to {0}, or use an older version of the plugin.", "请把服务升级到 {0}，或使用旧版插件。"));

    /// <summary>{0}: limit; {1}: value asked for; {2}: maximum of the host.</summary>
    public static readonly ErrorCode LimitAboveMaximum = new(
        "manifest.limit_above_maximum",
        ErrorKind.Unprocessable,
        new("The limit {0} would be {1}; this host allows at most {2}.", "限制 {0} 将为 {1}；本服务最多允许 {2}。"),
        new(
            "Lower {0} in [limits] of plugin.toml, or raise the host's maximum in phira.toml.",
            "请降低 plugin.toml 中 [limits] 的 {0}，或提高 phira.toml 中的上限。"));

    /// <summary>{0}: limit; {1}: value; {2}: minimum.</summary>
    public static readonly ErrorCode LimitBelowMinimum = new(
        "manifest.limit_below_minimum",
        ErrorKind.Unprocessable,
        new("The limit {0} is {1}; it must be at least {2}.", "限制 {0} 为 {1}；至少须为 {2}。"),
        new("Raise {0} to at least {2}.", "请把 {0} 提高到至少 {2}。"));

    /// <summary>{0}: key.</summary>
    public static readonly ErrorCode ProtectionAlwaysOn = new(
        "manifest.protection_always_on",
        ErrorKind.Unprocessable,
        new("The manifest asks for {0} = false, but this protection cannot be switched off.", "清单要求 {0} = false，但这项保护无法关闭。"),
        new("Remove {0} from [security] of plugin.toml.", "请从 plugin.toml 的 [security] 中删除 {0}。"));

    /// <summary>{0}: number of limits.</summary>
    public static readonly ErrorCode LimitsRefused = new(
        "manifest.limits_refused",
        ErrorKind.Unprocessable,
        new("{0} limits have values that this host does not allow.", "有 {0} 项限制的值不被本服务允许。"),
        new("Correct every limit listed.", "请逐一修正列出的限制。"));
}
