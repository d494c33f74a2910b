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
            "Make it writable for the account that runs the service, see that the disk has room, or choose another with --data DIR.",
            "请为运行服务的账户开放写权限，确认磁盘有剩余空间，或用 --data DIR 另选目录。"));

    /// <summary>{0}: path of the certificate, {1}: path of its key, {2}: the system's words.</summary>
    public static readonly ErrorCode CertificateUnusable = new(
        "startup.certificate_unusable",
        ErrorKind.Conflict,
        new("The certificate {0} with the key {1} cannot be used: {2}", "无法使用证书 {0} 及其私钥 {1}：{2}"),
        new(
            "[http] certificate names a PEM file with the certificate first and its intermediate certificates after it, certificate_key a PEM file with the matching key without password; the account that runs the service must be able to read both.",
            "[http] certificate 应为 PEM 文件，证书在前、中间证书在后；certificate_key 应为与之匹配、未加密的 PEM 私钥文件；运行服务的账户必须能读取这两个文件。"));

    /// <summary>{0}: path of the token file, {1}: its length, {2}: the least length, {3}: address that the service listens on.</summary>
    public static readonly ErrorCode TokenTooShort = new(
        "startup.token_too_short",
        ErrorKind.Conflict,
        new(
            "The admin token in {0} has {1} characters, but a service that listens on {3} needs at least {2}.",
            "{0} 中的管理令牌只有 {1} 个字符，而监听 {3} 的服务至少需要 {2} 个。"),
        new(
            "Delete the file to have a new token made, write a longer one into it, or listen on this machine only ([http] address = \"127.0.0.1\").",
            "请删除该文件以生成新令牌，或写入更长的令牌，或仅监听本机（[http] address = \"127.0.0.1\"）。"));

    /// <summary>{0}: path of the token file.</summary>
    public static readonly ErrorCode TokenFileInvalid = new(
        "startup.token_file_invalid",
        ErrorKind.Conflict,
        new("The file {0} holds no usable token.", "文件 {0} 中没有可用的令牌。"),
        new(
            "Delete it to have a new token made, or write one line of 16 to 512 visible ASCII characters into it.",
            "请删除该文件以生成新令牌，或在其中写入一行 16 到 512 个可见 ASCII 字符。"));
}
