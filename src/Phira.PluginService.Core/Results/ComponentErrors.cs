namespace Phira.PluginService.Core.Results;

/// <summary>Problems of the WebAssembly file of a plugin.</summary>
public static class ComponentErrors
{
    /// <summary>{0}: path.</summary>
    public static readonly ErrorCode Missing = new(
        "component.missing",
        ErrorKind.Unprocessable,
        new("There is no component: \"{0}\".", "缺少组件：“{0}”。"),
        new(
            "Build the plugin and put its .wasm file there, or correct \"wasm\" in plugin.toml.",
            "请构建插件并把 .wasm 文件放到该处，或更正 plugin.toml 中的“wasm”。"));

    /// <summary>{0}: folder; {1}: file names.</summary>
    public static readonly ErrorCode Ambiguous = new(
        "component.ambiguous",
        ErrorKind.Unprocessable,
        new("The folder \"{0}\" holds several .wasm files: {1}.", "文件夹“{0}”中有多个 .wasm 文件：{1}。"),
        new(
            "Name the right one with wasm = \"...\" in plugin.toml, or remove the others.",
            "请在 plugin.toml 中用 wasm = \"...\" 指定其中一个，或删除其余文件。"));

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode Unreadable = new(
        "component.unreadable",
        ErrorKind.Unprocessable,
        new("The component cannot be read: {0}", "无法读取组件：{0}"),
        new("Give the account of this service the right to read the file.", "请让运行本服务的账户有权读取该文件。"));

    /// <summary>{0}: size in bytes; {1}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new(
        "component.too_large",
        ErrorKind.Unprocessable,
        new("The component has {0} bytes; at most {1} are accepted.", "组件大小为 {0} 字节；最多允许 {1} 字节。"),
        new(
            "Build it for release and strip debug information (wasm-opt, wasm-tools strip).",
            "请以发布模式构建，并去除调试信息（wasm-opt、wasm-tools strip）。"));

    /// <summary>{0}: bytes present.</summary>
    public static readonly ErrorCode Truncated = new(
        "component.truncated",
        ErrorKind.Unprocessable,
        new("The component is cut off after {0} bytes.", "组件文件不完整，仅有 {0} 字节。"),
        new("Copy or build the file again.", "请重新复制或构建该文件。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotWebAssembly = new(
        "component.not_webassembly",
        ErrorKind.Unprocessable,
        new("The file is not WebAssembly.", "该文件不是 WebAssembly。"),
        new(
            "Put the component that your toolchain built in its place; it begins with the bytes 00 61 73 6D.",
            "请换成工具链构建出的组件；其开头字节为 00 61 73 6D。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode TextFormat = new(
        "component.text_format",
        ErrorKind.Unprocessable,
        new("The file is WebAssembly text, not a built component.", "该文件是 WebAssembly 文本格式，而不是已构建的组件。"),
        new("Translate it with \"wasm-tools parse\".", "请用“wasm-tools parse”转换。"));

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode CoreModule = new(
        "component.core_module",
        ErrorKind.Unprocessable,
        new("The file is a core WebAssembly module, not a component.", "该文件是 WebAssembly 核心模块，而不是组件。"),
        new(
            "Build for the target wasm32-wasip2, or turn the module into a component with the kit in the repository of this service, \"node src/Phira.PluginService.Sdk/guests/tools/component.mjs build MODULE COMPONENT\", or with \"wasm-tools component new\".",
            "请以 wasm32-wasip2 为目标构建；或把模块转换为组件：用本服务仓库中的工具“node src/Phira.PluginService.Sdk/guests/tools/component.mjs build 模块 组件”，或用“wasm-tools component new”。"));

    /// <summary>{0}: four bytes in hexadecimal.</summary>
    public static readonly ErrorCode UnknownEncoding = new(
        "component.unknown_encoding",
        ErrorKind.Unprocessable,
        new(
            "The file has the WebAssembly version bytes {0}; a component has 0D 00 01 00.",
            "该文件的 WebAssembly 版本字节为 {0}；组件应为 0D 00 01 00。"),
        new("Build it with a toolchain of the present component model.", "请用支持当前组件模型的工具链构建。"));

    /// <summary>{0}: what the runtime says.</summary>
    public static readonly ErrorCode Invalid = new(
        "component.invalid",
        ErrorKind.Unprocessable,
        new("The component is not valid: {0}", "组件无效：{0}"),
        new("Check the file with \"wasm-tools validate\", then build it again.", "请用“wasm-tools validate”检查，然后重新构建。"));

    /// <summary>{0}: what is too much, in words, with what was measured and what is allowed.</summary>
    public static readonly ErrorCode TooExpensive = new(
        "component.too_expensive_to_compile",
        ErrorKind.Unprocessable,
        new("The component is too expensive to compile: {0}", "组件的编译开销过大：{0}"),
        new(
            "Build it for release with smaller functions. If you trust it, raise compile_memory_bytes, compile_cpu_secs or compile_time_secs under [plugins]; otherwise it is tried again only when an administrator loads or reloads the plugin.",
            "请以发布模式构建并拆小函数。若确实信任该组件，可在 [plugins] 中调高 compile_memory_bytes、compile_cpu_secs 或 compile_time_secs；否则只有管理员加载或重新加载插件时才会再次尝试编译。"));

    /// <summary>{0}: what the operating system or the compiler says.</summary>
    public static readonly ErrorCode CompilerFailed = new(
        "component.compiler_failed",
        ErrorKind.Unavailable,
        new("The compiler ended unexpectedly: {0}", "编译进程意外结束：{0}"),
        new(
            "Load the plugin again. If it happens each time, check that the service may start its own executable and that the machine has memory left, then report the component.",
            "请重新加载插件。若每次都如此，请确认本服务有权启动自身的可执行文件且机器内存充足，然后反馈该组件。"));

    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode UnknownImport = new(
        "component.unknown_import",
        ErrorKind.Unprocessable,
        new("The component imports \"{0}\", which this host does not offer.", "组件导入了“{0}”，本服务不提供该接口。"),
        new("Build it against the WIT files of this host (wit/), or update the host.", "请基于本服务的 WIT 文件（wit/）构建，或升级服务。"));

    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode WasiHttpImport = new(
        "component.wasi_http_import",
        ErrorKind.Unprocessable,
        new("The component imports \"{0}\"; this host does not offer wasi:http.", "组件导入了“{0}”，本服务不提供 wasi:http。"),
        new(
            "componentize-js imports it unless it is told not to: build with \"--disable http\" (jco componentize) or disableFeatures: ['http']. Plugins make requests through phira:plugin/http-client, with the permission \"network\".",
            "componentize-js 默认会导入它：构建时请加上“--disable http”（jco componentize）或 disableFeatures: ['http']。插件请通过 phira:plugin/http-client 发送请求，并请求权限“network”。"));

    /// <summary>{0}: the export.</summary>
    public static readonly ErrorCode MissingExport = new(
        "component.missing_export",
        ErrorKind.Unprocessable,
        new("The component does not export \"{0}\", which every plugin must.", "组件没有导出“{0}”，而每个插件都必须导出它。"),
        new("Build it for one of the plugin worlds of wit/, for example minimal-plugin.", "请基于 wit/ 中的某个插件 world 构建，例如 minimal-plugin。"));

    /// <summary>{0}: import or export; {1}: how it differs.</summary>
    public static readonly ErrorCode WrongShape = new(
        "component.wrong_shape",
        ErrorKind.Unprocessable,
        new("\"{0}\" does not have the type that this host expects: {1}", "“{0}”的类型与本服务要求的不符：{1}"),
        new("Build it against the WIT files of this host (wit/).", "请基于本服务的 WIT 文件（wit/）构建。"));

    /// <summary>{0}: number of problems. The causes name each one.</summary>
    public static readonly ErrorCode WrongContract = new(
        "component.wrong_contract",
        ErrorKind.Unprocessable,
        new("The component differs from the interfaces of this host in {0} places.", "组件与本服务的接口有 {0} 处不符。"),
        new("Build it against the WIT files of this host (wit/).", "请基于本服务的 WIT 文件（wit/）构建。"));
}
