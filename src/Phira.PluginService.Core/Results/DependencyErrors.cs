namespace Phira.PluginService.Core.Results;

/// <summary>Plugins that cannot load because of other plugins.</summary>
public static class DependencyErrors
{
    /// <summary>{0}: plugin; {1}: dependency; {2}: range.</summary>
    public static readonly ErrorCode Missing = new(
        "dependency.missing",
        ErrorKind.Unprocessable,
        new("\"{0}\" needs the plugin \"{1}\" {2}, which is not there.", "“{0}”需要插件“{1}”{2}，但它不存在。"),
        new("Install \"{1}\" in a version that satisfies {2}.", "请安装版本满足 {2} 的“{1}”。"));

    /// <summary>{0}: plugin; {1}: dependency; {2}: range; {3}: version present.</summary>
    public static readonly ErrorCode OutOfRange = new(
        "dependency.out_of_range",
        ErrorKind.Unprocessable,
        new("\"{0}\" needs the plugin \"{1}\" {2}; version {3} is there.", "“{0}”需要插件“{1}”{2}；现有版本为 {3}。"),
        new("Install \"{1}\" in a version that satisfies {2}.", "请安装版本满足 {2} 的“{1}”。"));

    /// <summary>{0}: plugin; {1}: the other plugin; {2}: range; {3}: version present.</summary>
    public static readonly ErrorCode Conflict = new(
        "dependency.conflict",
        ErrorKind.Unprocessable,
        new("\"{0}\" cannot be used beside the plugin \"{1}\" {2}; version {3} is there.", "“{0}”不能与插件“{1}”{2} 同时使用；现有版本为 {3}。"),
        new("Remove one of the two.", "请移除其中一个。"));

    /// <summary>{0}: plugin; {1}: the path.</summary>
    public static readonly ErrorCode Cycle = new(
        "dependency.cycle",
        ErrorKind.Unprocessable,
        new("\"{0}\" depends on itself: {1}.", "“{0}”循环依赖自身：{1}。"),
        new("Remove one dependency of the circle, or make it optional.", "请去掉环中的一项依赖，或将其改为可选。"));

    /// <summary>{0}: plugin; {1}: the dependency that failed; {2}: the path to the cause.</summary>
    public static readonly ErrorCode Failed = new(
        "dependency.failed",
        ErrorKind.Unprocessable,
        new("\"{0}\" needs the plugin \"{1}\", which cannot load ({2}).", "“{0}”依赖的插件“{1}”无法加载（{2}）。"),
        new("Repair the last plugin of the path first.", "请先修复路径末端的插件。"));

    /// <summary>{0}: number of problems.</summary>
    public static readonly ErrorCode Unresolved = new(
        "dependency.unresolved",
        ErrorKind.Unprocessable,
        new("There are {0} problems with the plugins that this one refers to.", "与该插件所引用的其他插件有关的问题共 {0} 处。"),
        new("Correct every problem listed.", "请逐一修正列出的问题。"));
}
