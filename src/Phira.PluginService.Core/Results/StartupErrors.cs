namespace Phira.PluginService.Core.Results;

/// <summary>Reasons why the service cannot start.</summary>
public static class StartupErrors
{
    /// <summary>{0}: address and port, {1}: command-line switch, {2}: environment variable.</summary>
    public static readonly ErrorCode PortInUse = new(
        "startup.port_in_use",
        ErrorKind.Conflict,
        new("{0} is already in use by another program.", "{0} 已被其他程序占用。"),
        new(
            "Stop that program, or choose another port with {1} N or {2}=N (0 takes any free port).",
            "请停止该程序，或用 {1} N 或 {2}=N 换一个端口（0 表示任选空闲端口）。"));

    /// <summary>{0}: address and port, {1}: command-line switch, {2}: environment variable, {3}: the system's words.</summary>
    public static readonly ErrorCode AddressUnusable = new(
        "startup.address_unusable",
        ErrorKind.Conflict,
        new("The service cannot listen on {0}: {3}.", "服务无法在 {0} 上监听：{3}。"),
        new(
            "Choose another address or port (port: {1} N or {2}=N); ports below 1024 usually need extra rights.",
            "请更换地址或端口（端口：{1} N 或 {2}=N）；低于 1024 的端口通常需要额外权限。"));

    /// <summary>{0}: path, {1}: the system's words.</summary>
    public static readonly ErrorCode DataDirectoryUnusable = new(
        "startup.data_directory_unusable",
        ErrorKind.Conflict,
        new("The data directory cannot be used: {0}: {1}", "无法使用数据目录：{0}：{1}"),
        new(
            "Make it writable for the account that runs the service, or choose another with --data DIR.",
            "请为运行服务的账户开放写权限，或用 --data DIR 另选目录。"));

    /// <summary>{0}: path of the token file.</summary>
    public static readonly ErrorCode TokenFileInvalid = new(
        "startup.token_file_invalid",
        ErrorKind.Conflict,
        new("The file {0} holds no usable token.", "文件 {0} 中没有可用的令牌。"),
        new(
            "Delete it to have a new token made, or write one line of 16 to 512 visible ASCII characters into it.",
            "请删除该文件以生成新令牌，或在其中写入一行 16 到 512 个可见 ASCII 字符。"));
}
