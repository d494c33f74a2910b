namespace Phira.PluginService.Core.Results;

/// <summary>Failures of granting permissions, and reasons why a plugin waits for them.</summary>
public static class PermissionErrors
{
    /// <summary>{0}: plugin, {1}: names of the permissions. The causes say how far each is missing.</summary>
    public static readonly ErrorCode Pending = new(
        "permission.pending",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" asks for more than it is granted: {1}.", "插件“{0}”请求的权限尚未获批：{1}。"),
        new(
            "Grant this in the dashboard at /manage/{0}/permissions or with PUT /api/v1/plugins/{0}/permissions, or install a version that asks for less.",
            "请在管理面板的 /manage/{0}/permissions 或用 PUT /api/v1/plugins/{0}/permissions 批准，或安装请求较少权限的版本。"));

    /// <summary>{0}: plugin, {1}: names of the permissions. The causes say how far each is missing and which setting forbids it.</summary>
    public static readonly ErrorCode AsksForForbidden = new(
        "permission.asks_for_forbidden",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" asks for what this service allows no plugin: {1}.", "插件“{0}”请求了本服务不允许任何插件使用的权限：{1}。"),
        new(
            "This cannot be granted. Allow it in section [security] of the configuration and restart the service, or install a version that does not ask for it.",
            "该权限无法批准。请在配置的 [security] 中允许并重启服务，或安装不请求它的版本。"));

    /// <summary>{0}: permission, {1}: the line that asks for it.</summary>
    public static readonly ErrorCode NotDeclared = new(
        "permission.not_declared",
        ErrorKind.PermissionDenied,
        new("The manifest does not ask for {0}.", "插件清单没有请求 {0}。"),
        new("Add {1} under [permissions] in plugin.toml.", "请在 plugin.toml 的 [permissions] 下添加 {1}。"));

    /// <summary>{0}: permission, {1}: plugin.</summary>
    public static readonly ErrorCode NotGranted = new(
        "permission.not_granted",
        ErrorKind.PermissionDenied,
        new("{0} is not granted.", "{0} 尚未批准。"),
        new(
            "An administrator can grant it in the dashboard at /manage/{1}/permissions or with PUT /api/v1/plugins/{1}/permissions.",
            "管理员可以在管理面板的 /manage/{1}/permissions 或用 PUT /api/v1/plugins/{1}/permissions 批准。"));

    /// <summary>{0}: permission, {1}: scopes asked for, {2}: scopes granted, both in words.</summary>
    public static readonly ErrorCode Exceeds = new(
        "permission.exceeds",
        ErrorKind.Conflict,
        new("{0} is asked for {1} and granted {2}.", "{0} 请求的范围：{1}；批准的范围：{2}。"),
        new("Grant as much as is asked for, or nothing.", "请按请求范围批准，或不批准。"));

    /// <summary>{0}: permission, {1}: scopes asked for, in words.</summary>
    public static readonly ErrorCode Missing = new(
        "permission.missing",
        ErrorKind.Conflict,
        new("{0} is asked for {1} and not granted.", "{0} 请求的范围：{1}；尚未批准。"),
        new("Grant it, if you want the plugin to have it.", "如果同意，请批准该权限。"));

    /// <summary>{0}: permission, {1}: the nearest known one.</summary>
    public static readonly ErrorCode Unknown = new(
        "permission.unknown",
        ErrorKind.InvalidArgument,
        new("There is no permission \"{0}\".", "不存在权限“{0}”。"),
        new("The nearest known one is \"{1}\": correct the name.", "最接近的已知权限是“{1}”：请更正名称。"));

    /// <summary>{0}: permission.</summary>
    public static readonly ErrorCode Twice = new(
        "permission.twice",
        ErrorKind.InvalidArgument,
        new("The permission \"{0}\" is granted twice in one request.", "同一请求中权限“{0}”出现了两次。"),
        new("Leave one of the two out.", "请删除其中一个。"));

    /// <summary>{0}: permission, {1}: plugin.</summary>
    public static readonly ErrorCode NotRequested = new(
        "permission.not_requested",
        ErrorKind.InvalidArgument,
        new("The plugin \"{1}\" does not ask for {0}: there is nothing to grant it as.", "插件“{1}”没有请求 {0}，无法按其请求批准。"),
        new("Give the scopes, or leave {0} out.", "请给出范围，或去掉 {0}。"));

    /// <summary>{0}: permission, {1}: scope, {2}: what it takes, in words.</summary>
    public static readonly ErrorCode BadScope = new(
        "permission.bad_scope",
        ErrorKind.InvalidArgument,
        new("The scope \"{1}\" of {0} must be {2}.", "{0} 的范围“{1}”必须是{2}。"),
        new("Write the scopes as manifests spell them, as one JSON object.", "请按清单的写法，用一个 JSON 对象给出范围。"));

    /// <summary>{0}: permission, {1}: scope, {2}: scopes it has.</summary>
    public static readonly ErrorCode UnknownScope = new(
        "permission.unknown_scope",
        ErrorKind.InvalidArgument,
        new("{0} has no scope \"{1}\".", "{0} 没有范围“{1}”。"),
        new("Its scopes are: {2}.", "可用的范围：{2}。"));

    /// <summary>{0}: permission, {1}: what the parser says.</summary>
    public static readonly ErrorCode NotJson = new(
        "permission.not_json",
        ErrorKind.InvalidArgument,
        new("The scopes of {0} are not one JSON object: {1}", "{0} 的范围不是一个 JSON 对象：{1}"),
        new("Write the scopes as manifests spell them; an empty object is without bounds.", "请按清单的写法给出范围；不加限制则写成空对象。"));

    /// <summary>{0}: permission, {1}: scopes wanted, {2}: scopes that the host allows, both in words, {3}: key of the configuration.</summary>
    public static readonly ErrorCode BeyondPolicy = new(
        "permission.beyond_policy",
        ErrorKind.PermissionDenied,
        new(
            "This host lets no plugin have {0} {1}; its security policy allows it {2}.",
            "本服务不允许任何插件以这样的范围使用 {0}：{1}；安全策略允许的范围：{2}。"),
        new("Grant less, or change {3} in section [security] of the configuration.", "请缩小范围，或修改配置 [security] 中的 {3}。"));

    /// <summary>{0}: permission, {1}: key of the configuration.</summary>
    public static readonly ErrorCode ForbiddenByPolicy = new(
        "permission.forbidden_by_policy",
        ErrorKind.PermissionDenied,
        new("This host lets no plugin have {0}.", "本服务不允许任何插件使用 {0}。"),
        new("Set {1} in section [security] of the configuration if plugins may have it.", "如果允许插件使用，请在配置的 [security] 中设置 {1}。"));

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Refused = new(
        "permission.refused",
        ErrorKind.InvalidArgument,
        new("{0} of the grants cannot be given.", "有 {0} 项批准无法生效。"),
        new("Correct everything listed; nothing was changed.", "请逐一修正；尚未作出任何更改。"));
}
