namespace Phira.PluginService.Core.Results;

/// <summary>Problems of a plugin's configuration and of its schema.</summary>
public static class ConfigErrors
{
    /// <summary>{0}: plugin; {1}: revision the author saw; {2}: revision in force.</summary>
    public static readonly ErrorCode ChangedMeanwhile = new(
        "config.changed_meanwhile",
        ErrorKind.PreconditionFailed,
        new("The configuration of \"{0}\" has changed since revision {1}: revision {2} is in force.", "“{0}”的配置自修订 {1} 之后已被更改：当前为修订 {2}。"),
        new("Read the configuration again, repeat the change there, and send it with the new ETag.", "请重新读取配置，在其基础上再次修改，并用新的 ETag 提交。"));

    /// <summary>{0}: plugin; {1}: revision asked for.</summary>
    public static readonly ErrorCode NoRevision = new(
        "config.no_revision",
        ErrorKind.NotFound,
        new("The configuration of \"{0}\" has no revision {1}.", "“{0}”的配置没有修订 {1}。"),
        new("List the revisions with GET /api/v1/plugins/{0}/config/revisions.", "用 GET /api/v1/plugins/{0}/config/revisions 查看所有修订。"));

    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode NotJson = new(
        "config.not_json",
        ErrorKind.InvalidArgument,
        new("The configuration is not JSON: {0}", "配置不是 JSON：{0}"),
        new("Send one JSON object.", "请发送一个 JSON 对象。"));

    /// <summary>{0}: type found.</summary>
    public static readonly ErrorCode NotAnObject = new(
        "config.not_an_object",
        ErrorKind.InvalidArgument,
        new("The configuration must be a JSON object, not {0}.", "配置必须是 JSON 对象，而不是 {0}。"),
        new("Send all values as one JSON object.", "请把所有值放在一个 JSON 对象中发送。"));

    /// <summary>{0}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new(
        "config.too_large",
        ErrorKind.InvalidArgument,
        new("The configuration is larger than {0} bytes.", "配置超过 {0} 字节。"),
        new("Shorten it; keep large data in the plugin's storage.", "请缩减内容；大量数据应放入插件的存储。"));

    /// <summary>{0}: the most names that a key may join.</summary>
    public static readonly ErrorCode Key = new(
        "config.key",
        ErrorKind.InvalidArgument,
        new("A key is 1 to {0} names joined by dots.", "键由 1 至 {0} 个以点号连接的名称组成。"),
        new("Write a key such as \"greeting.text\".", "请使用类似“greeting.text”的键。"));

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Invalid = new(
        "config.invalid",
        ErrorKind.Unprocessable,
        new("The configuration has {0} problems.", "配置中有 {0} 处问题。"),
        new("Correct every problem listed.", "请逐一修正列出的问题。"));

    /// <summary>{0}: plugin; {1}: what the plugin says.</summary>
    public static readonly ErrorCode Refused = new(
        "config.refused",
        ErrorKind.Unprocessable,
        new("The plugin \"{0}\" does not accept this configuration: {1}", "插件“{0}”不接受该配置：{1}"),
        new("Change the values as the plugin asks.", "请按插件的提示修改。"));

    /// <summary>{0}: path; {1}: expected types; {2}: type found.</summary>
    public static readonly ErrorCode WrongType = new(
        "config.wrong_type",
        ErrorKind.Unprocessable,
        new("{0} must be of type {1}, not {2}.", "{0} 的类型必须是 {1}，而不是 {2}。"),
        new("Write a value of type {1}.", "请写入类型为 {1} 的值。"));

    /// <summary>{0}: path of the object; {1}: field.</summary>
    public static readonly ErrorCode Missing = new(
        "config.missing_field",
        ErrorKind.Unprocessable,
        new("{0} lacks the required field \"{1}\".", "{0} 缺少必需的字段“{1}”。"),
        new("Add \"{1}\".", "请添加“{1}”。"));

    /// <summary>{0}: path.</summary>
    public static readonly ErrorCode UnknownField = new(
        "config.unknown_field",
        ErrorKind.Unprocessable,
        new("{0} is not a field that the plugin's schema allows.", "插件的模式不允许 {0} 这一字段。"),
        new("Check the spelling, or remove the field.", "请检查拼写，或删除该字段。"));

    /// <summary>{0}: path; {1}: allowed values.</summary>
    public static readonly ErrorCode NotAllowed = new(
        "config.not_allowed",
        ErrorKind.Unprocessable,
        new("{0} must be one of: {1}.", "{0} 必须是以下之一：{1}。"),
        new("Choose one of the allowed values.", "请选择允许的值之一。"));

    /// <summary>{0}: path; {1}: rule of the schema; {2}: its bound.</summary>
    public static readonly ErrorCode OutOfRange = new(
        "config.out_of_range",
        ErrorKind.Unprocessable,
        new("{0} is against the rule {1} {2} of the plugin's schema.", "{0} 违反插件模式中的规则 {1} {2}。"),
        new("Write a value that satisfies {1} {2}.", "请写入满足 {1} {2} 的值。"));

    /// <summary>{0}: path; {1}: pattern.</summary>
    public static readonly ErrorCode Pattern = new(
        "config.pattern",
        ErrorKind.Unprocessable,
        new("{0} does not match the pattern {1}.", "{0} 不符合模式 {1}。"),
        new("Write a value that matches {1}.", "请写入符合 {1} 的值。"));

    /// <summary>{0}: path; {1}: rule of the schema.</summary>
    public static readonly ErrorCode Rule = new(
        "config.rule",
        ErrorKind.Unprocessable,
        new("{0} breaks the rule \"{1}\" of the plugin's schema.", "{0} 违反插件模式中的规则“{1}”。"),
        new(
            "Change the value so that the rule \"{1}\" holds; GET .../config shows the schema.",
            "请修改该值以满足规则“{1}”；可用 GET .../config 查看模式。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode TooComplex = new(
        "config.too_complex",
        ErrorKind.Unprocessable,
        new("Checking the configuration against the plugin's schema takes too many steps.", "按插件的模式检查该配置所需的步骤过多。"),
        new("Simplify the plugin's JSON Schema: fewer nested alternatives, shorter patterns.", "请简化插件的 JSON Schema：减少嵌套的分支，缩短正则表达式。"));

    /// <summary>{0}: file.</summary>
    public static readonly ErrorCode SchemaMissing = new(
        "config.schema_missing",
        ErrorKind.Unprocessable,
        new("The schema file \"{0}\" does not exist.", "模式文件“{0}”不存在。"),
        new("Put the file beside plugin.toml, or remove \"config_schema\".", "请把文件放在 plugin.toml 旁边，或删除“config_schema”。"));

    /// <summary>{0}: what the parser says.</summary>
    public static readonly ErrorCode SchemaSyntax = new(
        "config.schema_syntax",
        ErrorKind.Unprocessable,
        new("The JSON Schema is not JSON: {0}", "JSON Schema 不是有效的 JSON：{0}"),
        new("Correct the place; the schema is one JSON object.", "请修正该处；模式应为一个 JSON 对象。"));

    /// <summary>{0}: pointer into the schema; {1}: what belongs there.</summary>
    public static readonly ErrorCode SchemaKeyword = new(
        "config.schema_keyword",
        ErrorKind.Unprocessable,
        new("The JSON Schema is not valid: {0} must be {1}.", "JSON Schema 无效：{0} 必须是 {1}。"),
        new("Correct {0} (JSON Schema, draft 2020-12).", "请修正 {0}（JSON Schema draft 2020-12）。"));

    /// <summary>{0}: pointer into the schema; {1}: the reference.</summary>
    public static readonly ErrorCode SchemaReference = new(
        "config.schema_reference",
        ErrorKind.Unprocessable,
        new("The JSON Schema refers at {0} to \"{1}\", which is not in this schema.", "JSON Schema 在 {0} 处引用了“{1}”，但该模式中没有它。"),
        new("Refer only to parts of the same schema, for example \"#/$defs/name\".", "只能引用同一模式内的部分，例如“#/$defs/name”。"));

    /// <summary>{0}: pointer into the schema; {1}: the pattern.</summary>
    public static readonly ErrorCode SchemaPattern = new(
        "config.schema_pattern",
        ErrorKind.Unprocessable,
        new("The JSON Schema has at {0} a pattern that this host does not accept: {1}", "JSON Schema 在 {0} 处的正则表达式不被本服务接受：{1}"),
        new("Write a regular expression without look-around, without back-references, and without emoji or other characters above U+FFFF in brackets.", "请使用不含环视和反向引用的正则表达式，方括号内也不能有表情符号等 U+FFFF 以上的字符。"));

    /// <summary>{0}: pointer into the schema.</summary>
    public static readonly ErrorCode SchemaUnsupported = new(
        "config.schema_unsupported",
        ErrorKind.Unprocessable,
        new("The JSON Schema uses at {0} a keyword that this host cannot check.", "JSON Schema 在 {0} 处使用了本服务无法检查的关键字。"),
        new("Express the rule with other keywords of draft 2020-12.", "请用 draft 2020-12 的其他关键字表达该规则。"));
}
