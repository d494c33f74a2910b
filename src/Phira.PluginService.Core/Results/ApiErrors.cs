namespace Phira.PluginService.Core.Results;

/// <summary>Failures of requests to the HTTP API, whatever they ask for.</summary>
public static class ApiErrors
{
    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NoSuchEndpoint = new(
        "request.no_such_endpoint",
        ErrorKind.NotFound,
        new("Nothing is served at this address.", "此地址没有任何内容。"),
        new("All calls are listed at /swagger.", "所有可用调用见 /swagger。"));

    /// <summary>{0}: method used.</summary>
    public static readonly ErrorCode MethodNotAllowed = new(
        "request.method_not_allowed",
        ErrorKind.InvalidArgument,
        new("This address cannot be called with {0}.", "此地址不能用 {0} 方法调用。"),
        new("The Allow header of this answer names the methods that work.", "本响应的 Allow 头列出了可用的方法。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode MediaTypeUnsupported = new(
        "request.media_type_unsupported",
        ErrorKind.InvalidArgument,
        new("The body's media type is not supported.", "不支持该请求体的媒体类型。"),
        new(
            "Send JSON with Content-Type: application/json; a packed plugin with Content-Type: application/zip.",
            "JSON 请带上 Content-Type: application/json；插件安装包请带上 Content-Type: application/zip。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode TooLarge = new(
        "request.too_large",
        ErrorKind.InvalidArgument,
        new("The body is larger than this call accepts.", "请求体超出了此调用的大小上限。"),
        new("Send less at a time.", "请减少单次发送的内容。"));

    /// <summary>{0}: path in the document, {1}: line from 1, {2}: byte in the line from 1.</summary>
    public static readonly ErrorCode JsonInvalid = new(
        "request.json_invalid",
        ErrorKind.InvalidArgument,
        new(
            "The body cannot be read as the JSON this call expects: at {0}, line {1}, byte {2}.",
            "请求体不是此调用所需的 JSON：位于 {0}，第 {1} 行，第 {2} 字节。"),
        new(
            "Correct the body there; /swagger shows the expected form.",
            "请修正该处；所需格式见 /swagger。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode BodyMissing = new(
        "request.body_missing",
        ErrorKind.InvalidArgument,
        new("This call needs a body and none was sent.", "此调用需要请求体，但未收到。"),
        new("Send JSON as shown at /swagger.", "请按 /swagger 所示发送 JSON。"));

    /// <summary>{0}: parameter, {1}: value received.</summary>
    public static readonly ErrorCode ParameterInvalid = new(
        "request.parameter_invalid",
        ErrorKind.InvalidArgument,
        new("Parameter \"{0}\" cannot be \"{1}\".", "参数“{0}”的值不能是“{1}”。"),
        new("The accepted values are shown at /swagger.", "可接受的值见 /swagger。"));

    /// <summary>No arguments; the causes name the fields.</summary>
    public static readonly ErrorCode Invalid = new(
        "request.invalid",
        ErrorKind.InvalidArgument,
        new("The request breaks the rules of this call.", "请求不符合此调用的规则。"),
        new("Correct the fields named in \"errors\".", "请修正 errors 中列出的字段。"));

    /// <summary>{0}: field.</summary>
    public static readonly ErrorCode FieldMissing = new(
        "request.field_missing",
        ErrorKind.InvalidArgument,
        new("Field \"{0}\" is missing.", "缺少字段“{0}”。"),
        new("Send \"{0}\".", "请提供“{0}”。"));

    /// <summary>{0}: field, {1}: greatest length.</summary>
    public static readonly ErrorCode FieldTooLong = new(
        "request.field_too_long",
        ErrorKind.InvalidArgument,
        new("Field \"{0}\" is longer than {1} characters.", "字段“{0}”超过 {1} 个字符。"),
        new("Shorten \"{0}\".", "请缩短“{0}”。"));

    /// <summary>{0}: field.</summary>
    public static readonly ErrorCode FieldNotObject = new(
        "request.field_not_object",
        ErrorKind.InvalidArgument,
        new("Field \"{0}\" is not a JSON object.", "字段“{0}”不是 JSON 对象。"),
        new("Send \"{0}\" as an object of names and values.", "请将“{0}”写成由名称和值组成的对象。"));

    /// <summary>{0}: field, {1}: least value, {2}: greatest value.</summary>
    public static readonly ErrorCode FieldOutOfRange = new(
        "request.field_out_of_range",
        ErrorKind.InvalidArgument,
        new("\"{0}\" is not between {1} and {2}.", "“{0}”不在 {1} 到 {2} 之间。"),
        new("Choose a value from {1} to {2}.", "请取 {1} 到 {2} 之间的值。"));

    /// <summary>{0}: field, {1}: greatest number of items.</summary>
    public static readonly ErrorCode TooManyItems = new(
        "request.too_many_items",
        ErrorKind.InvalidArgument,
        new("\"{0}\" has more than {1} items.", "“{0}”超过 {1} 项。"),
        new("Send at most {1}.", "最多提交 {1} 项。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NothingToChange = new(
        "request.nothing_to_change",
        ErrorKind.InvalidArgument,
        new("The request names nothing to change.", "请求没有指出要修改的内容。"),
        new("Send at least one field with its new value; /swagger shows them.", "请至少提交一个字段的新值；可用字段见 /swagger。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode NoPackage = new(
        "request.no_package",
        ErrorKind.InvalidArgument,
        new("The request holds no package.", "请求中没有安装包。"),
        new(
            "Send the .zip as the body with Content-Type: application/zip, or as a file of a form with multipart/form-data.",
            "请将 .zip 作为请求体发送（Content-Type: application/zip），或作为 multipart/form-data 表单中的文件发送。"));

    /// <summary>{0}: header received.</summary>
    public static readonly ErrorCode IfMatchInvalid = new(
        "request.if_match_invalid",
        ErrorKind.InvalidArgument,
        new("If-Match: {0} is not an ETag of this service.", "If-Match: {0} 不是本服务给出的 ETag。"),
        new(
            "Send the ETag of the GET answer unchanged, quotes included.",
            "请原样发送 GET 响应中的 ETag（含引号）。"));

    /// <summary>{0}: number of rounds in progress, {1}: seconds left.</summary>
    public static readonly ErrorCode Stopping = new(
        "service.stopping",
        ErrorKind.Unavailable,
        new(
            "The service is stopping: rounds in progress: {0}, time left: at most {1} s.",
            "服务正在停止：进行中的对局 {0} 场，最多还剩 {1} 秒。"),
        new(
            "Send players to another server, or come back when the service has started again.",
            "请将玩家引导到其他服务器，或等服务重新启动后再来。"));

    /// <summary>{0}: host name received.</summary>
    public static readonly ErrorCode HostNotAllowed = new(
        "request.host_not_allowed",
        ErrorKind.InvalidArgument,
        new("This service does not answer to the name \"{0}\".", "本服务不以“{0}”这一名称应答。"),
        new(
            "Call it as localhost or 127.0.0.1, or add the name to allowed_hosts in section [http].",
            "请用 localhost 或 127.0.0.1 访问，或将该名称加入 [http] 部分的 allowed_hosts。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode DashboardNotBuilt = new(
        "dashboard.not_built",
        ErrorKind.NotFound,
        new("This build of the service has no dashboard.", "此服务构建时未包含管理面板。"),
        new(
            "Build it with Node installed and without -p:SkipDashboard=true. The HTTP API works all the same: see /swagger.",
            "请在装有 Node 的环境中构建，且不要使用 -p:SkipDashboard=true。HTTP API 不受影响：见 /swagger。"));

    /// <summary>{0}: framework's words.</summary>
    public static readonly ErrorCode Malformed = new(
        "request.malformed",
        ErrorKind.InvalidArgument,
        new("The request cannot be understood: {0}", "无法理解该请求：{0}"),
        new("Compare it with the example at /swagger.", "请对照 /swagger 中的示例。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Internal = new(
        "host.internal",
        ErrorKind.Internal,
        new("The service failed because of a fault of its own.", "服务因自身缺陷而出错。"),
        new(
            "Report it with the traceId of this answer; the service's log has the details under that id.",
            "请附上本响应的 traceId 反馈；服务日志中以该编号记有详情。"));

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Unavailable = new(
        "host.unavailable",
        ErrorKind.Unavailable,
        new("The service cannot answer now.", "服务目前无法应答。"),
        new("Try again shortly.", "请稍后重试。"));
}
