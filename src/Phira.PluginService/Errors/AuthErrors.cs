using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Errors;

/// <summary>Failures to prove who is calling.</summary>
internal static class AuthErrors
{
    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Required = new("auth.required", ErrorKind.Unauthenticated);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Invalid = new("auth.invalid", ErrorKind.Unauthenticated);

    /// <summary>{0}: seconds to wait.</summary>
    public static readonly ErrorCode Throttled = new("auth.throttled", ErrorKind.QuotaExceeded);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode CrossSite = new("auth.cross_site", ErrorKind.PermissionDenied);

    /// <summary>No arguments.</summary>
    public static readonly ErrorCode Forbidden = new("auth.forbidden", ErrorKind.PermissionDenied);
}
