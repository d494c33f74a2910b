namespace Phira.PluginService.Core.Results;

/// <summary>Problems of the WebAssembly file of a plugin.</summary>
public static class ComponentErrors
{
    /// <summary>{0}: path.</summary>
    public static readonly ErrorCode Missing = new("component.missing", ErrorKind.Unprocessable);

    /// <summary>{0}: folder; {1}: file names.</summary>
    public static readonly ErrorCode Ambiguous = new("component.ambiguous", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system says.</summary>
    public static readonly ErrorCode Unreadable = new("component.unreadable", ErrorKind.Unprocessable);

    /// <summary>{0}: size in bytes; {1}: largest size in bytes.</summary>
    public static readonly ErrorCode TooLarge = new("component.too_large", ErrorKind.Unprocessable);

    /// <summary>{0}: bytes present.</summary>
    public static readonly ErrorCode Truncated = new("component.truncated", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode NotWebAssembly = new("component.not_webassembly", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode TextFormat = new("component.text_format", ErrorKind.Unprocessable);

    /// <summary>No placeholders.</summary>
    public static readonly ErrorCode CoreModule = new("component.core_module", ErrorKind.Unprocessable);

    /// <summary>{0}: four bytes in hexadecimal.</summary>
    public static readonly ErrorCode UnknownEncoding = new("component.unknown_encoding", ErrorKind.Unprocessable);

    /// <summary>{0}: what the runtime says.</summary>
    public static readonly ErrorCode Invalid = new("component.invalid", ErrorKind.Unprocessable);

    /// <summary>{0}: what is too much, in words, with what was measured and what is allowed.</summary>
    public static readonly ErrorCode TooExpensive = new("component.too_expensive_to_compile", ErrorKind.Unprocessable);

    /// <summary>{0}: what the operating system or the compiler says.</summary>
    public static readonly ErrorCode CompilerFailed = new("component.compiler_failed", ErrorKind.Unavailable);

    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode UnknownImport = new("component.unknown_import", ErrorKind.Unprocessable);

    /// <summary>{0}: the import.</summary>
    public static readonly ErrorCode WasiHttpImport = new("component.wasi_http_import", ErrorKind.Unprocessable);

    /// <summary>{0}: the export.</summary>
    public static readonly ErrorCode MissingExport = new("component.missing_export", ErrorKind.Unprocessable);

    /// <summary>{0}: import or export; {1}: how it differs.</summary>
    public static readonly ErrorCode WrongShape = new("component.wrong_shape", ErrorKind.Unprocessable);

    /// <summary>{0}: number of problems. The causes name each one.</summary>
    public static readonly ErrorCode WrongContract = new("component.wrong_contract", ErrorKind.Unprocessable);
}
