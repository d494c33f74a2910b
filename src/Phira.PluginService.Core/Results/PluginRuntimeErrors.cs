namespace Phira.PluginService.Core.Results;

/// <summary>Failures while a plugin is loaded or runs.</summary>
public static class PluginRuntimeErrors
{
    /// <summary>{0}: the name in the manifest.</summary>
    public static readonly ErrorCode EntryPointMissing = new(
        "plugin.entry_point_missing",
        ErrorKind.Unprocessable,
        new("The manifest names the entry point \"{0}\", but the component exports no such function.", "清单指定的入口函数“{0}”在组件中不存在。"),
        new(
            "Remove entry_point to use lifecycle.init, or export a function of that name that takes the configuration and returns a result.",
            "删除 entry_point 以使用 lifecycle.init，或导出同名函数（参数为配置，返回 result）。"));

    /// <summary>{0}: the function called, {1}: the trap.</summary>
    public static readonly ErrorCode Trap = new(
        "plugin.trap",
        ErrorKind.PluginFault,
        new("The plugin crashed in {0}: {1}", "插件在 {0} 中崩溃：{1}"),
        new("This is a fault of the plugin: look at its log, then reload it or install another version.", "这是插件的错误：请查看其日志，然后重新加载或更换版本。"));

    /// <summary>{0}: the limit, {1}: the function called.</summary>
    public static readonly ErrorCode LimitExceeded = new(
        "plugin.limit_exceeded",
        ErrorKind.QuotaExceeded,
        new("The plugin reached its limit {0} in {1} and was stopped.", "插件在 {1} 中达到限制 {0}，已被停止。"),
        new(
            "If the plugin needs more, raise {0} in the manifest's [limits] and reload it; a limit that has no place there is fixed by the host.",
            "如果插件确实需要更多资源，请在清单的 [limits] 中调高 {0} 并重新加载；不能写在那里的限制由服务固定。"));

    /// <summary>{0}: the function called.</summary>
    public static readonly ErrorCode HostFault = new(
        "plugin.host_fault",
        ErrorKind.Internal,
        new("{0} does not match the expected interface.", "{0} 与预期的接口不符。"),
        new("The details are in the service's log; reload the plugin.", "详情见服务日志；请重新加载插件。"));

    /// <summary>{0}: lifecycle function, {1}: what the plugin says.</summary>
    public static readonly ErrorCode LifecycleRefused = new(
        "plugin.lifecycle_refused",
        ErrorKind.Unprocessable,
        new("The plugin's {0} reported: {1}", "插件的 {0} 报告：{1}"),
        new("Do what the plugin asks for, usually in its configuration, then load it again.", "请按插件的提示处理（通常是修改配置），然后重新加载。"));

    /// <summary>{0}: what the plugin says.</summary>
    public static readonly ErrorCode InitFailed = new(
        "plugin.init_failed",
        ErrorKind.Unprocessable,
        new("The plugin could not be initialised: {0}", "插件初始化失败：{0}"),
        new("Do what the plugin asks for, usually in its configuration, then load it again.", "请按插件的提示处理（通常是修改配置），然后重新加载。"));

    /// <summary>{0}: name, {1}: state.</summary>
    public static readonly ErrorCode NotRunning = new(
        "plugin.not_running",
        ErrorKind.Unavailable,
        new("The plugin \"{0}\" is not running; it is {1}.", "插件“{0}”未在运行；当前状态：{1}。"),
        new("Start it with POST /api/v1/plugins/{0}/load.", "用 POST /api/v1/plugins/{0}/load 启动它。"));

    /// <summary>{0}: name, {1}: state, {2}: operation.</summary>
    public static readonly ErrorCode WrongState = new(
        "plugin.wrong_state",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" is {1}; {2} is not possible.", "插件“{0}”当前状态为 {1}，无法执行 {2}。"),
        new("Load it first with POST /api/v1/plugins/{0}/load.", "请先用 POST /api/v1/plugins/{0}/load 加载它。"));

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode Busy = new(
        "plugin.busy",
        ErrorKind.Unavailable,
        new("The plugin \"{0}\" has too much to do.", "插件“{0}”任务过多。"),
        new("Try again in a moment.", "请稍后再试。"));

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode TimedOut = new(
        "plugin.timed_out",
        ErrorKind.Unavailable,
        new("The plugin \"{0}\" did not answer in time.", "插件“{0}”未能及时响应。"),
        new("Try again; if it persists, reload the plugin.", "请重试；若仍然如此，请重新加载插件。"));

    /// <summary>The service is shutting down.</summary>
    public static readonly ErrorCode ShuttingDown = new(
        "plugin.shutting_down",
        ErrorKind.Unavailable,
        new("The service is shutting down.", "服务正在关闭。"),
        new("Try again after it has started.", "请在服务启动后重试。"));

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode LoadCanceled = new(
        "plugin.load_canceled",
        ErrorKind.Conflict,
        new("Loading the plugin \"{0}\" was cancelled, because it is being unloaded.", "插件“{0}”即将卸载，加载已取消。"),
        new("Load it again when it is needed.", "需要时请重新加载。"));

    /// <summary>{0}: name, {1}: dependants.</summary>
    public static readonly ErrorCode HasDependants = new(
        "plugin.has_dependants",
        ErrorKind.Conflict,
        new("Other plugins need \"{0}\": {1}.", "其他插件依赖“{0}”：{1}。"),
        new("Take those down first, or repeat the request with cascade=true.", "请先停用这些插件，或加上 cascade=true 重新请求。"));

    /// <summary>{0}: name.</summary>
    public static readonly ErrorCode Disabled = new(
        "plugin.disabled",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" is switched off.", "插件“{0}”已停用。"),
        new("Switch it on with POST /api/v1/plugins/{0}/enable.", "用 POST /api/v1/plugins/{0}/enable 启用它。"));

    /// <summary>{0}: name, {1}: when it is tried again.</summary>
    public static readonly ErrorCode Restarting = new(
        "plugin.restarting",
        ErrorKind.Unavailable,
        new("The plugin \"{0}\" has crashed; the next attempt to start it is at {1}.", "插件“{0}”已崩溃；将于 {1} 再次尝试启动。"),
        new("Try again after that time, or start it now with POST /api/v1/plugins/{0}/load.", "请在该时间之后重试，或用 POST /api/v1/plugins/{0}/load 立即启动。"));

    /// <summary>{0}: name, {1}: number of crashes, {2}: the last failure.</summary>
    public static readonly ErrorCode Quarantined = new(
        "plugin.quarantined",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" crashed {1} times and is left alone: {2}", "插件“{0}”已崩溃 {1} 次，不再自动启动：{2}"),
        new(
            "Look at its crash reports; then install another version, or try this one again with POST /api/v1/plugins/{0}/load.",
            "请查看其崩溃报告；然后安装其他版本，或用 POST /api/v1/plugins/{0}/load 再次尝试。"));

    /// <summary>{0}: name, {1}: the last failure.</summary>
    public static readonly ErrorCode InQuarantine = new(
        "plugin.in_quarantine",
        ErrorKind.Conflict,
        new("This version of the plugin \"{0}\" has crashed too often and is left alone: {1}", "插件“{0}”的此版本崩溃次数过多，已被隔离：{1}"),
        new(
            "Look at its crash reports; then install another version, or try this one again with POST /api/v1/plugins/{0}/load.",
            "请查看其崩溃报告；然后安装其他版本，或用 POST /api/v1/plugins/{0}/load 再次尝试。"));

    /// <summary>{0}: name, {1}: provider, {2}: its state.</summary>
    public static readonly ErrorCode ProviderNotRunning = new(
        "plugin.provider_not_running",
        ErrorKind.Conflict,
        new("The plugin \"{0}\" needs \"{1}\", which is {2}.", "插件“{0}”依赖“{1}”，而后者当前状态为 {2}。"),
        new("Load \"{1}\" first.", "请先加载“{1}”。"));

    /// <summary>{0}: number of imports.</summary>
    public static readonly ErrorCode UnknownImports = new(
        "plugin.unknown_imports",
        ErrorKind.Unprocessable,
        new("The component imports {0} things that this host does not offer.", "组件导入了 {0} 项本服务不提供的内容。"),
        new("Build it against the WIT files of this host (wit/), or update the host.", "请基于本服务的 WIT 文件（wit/）构建，或升级服务。"));
}
