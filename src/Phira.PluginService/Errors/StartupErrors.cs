using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Reasons why the service cannot start.</summary>
internal static class StartupErrors
{
    /// <summary>{0}: path, {1}: the system's words.</summary>
    public static readonly ErrorCode DataDirectoryUnusable = new("startup.data_directory_unusable", ErrorKind.Conflict);

    /// <summary>{0}: path of the log file, {1}: the system's words.</summary>
    public static readonly ErrorCode LogFileUnusable = new("startup.log_file_unusable", ErrorKind.Conflict);

    /// <summary>{0}: path of the certificate, {1}: path of its key, {2}: the system's words.</summary>
    public static readonly ErrorCode CertificateUnusable = new("startup.certificate_unusable", ErrorKind.Conflict);

    /// <summary>{0}: path of the token file, {1}: its length, {2}: the least length, {3}: address that the service listens on.</summary>
    public static readonly ErrorCode TokenTooShort = new("startup.token_too_short", ErrorKind.Conflict);

    /// <summary>{0}: path of the token file.</summary>
    public static readonly ErrorCode TokenFileInvalid = new("startup.token_file_invalid", ErrorKind.Conflict);
}
