namespace Phira.PluginService.Core.Results;

/// <summary>The category of an error; decides its HTTP status and its case of the WIT <c>host-error</c>.</summary>
public enum ErrorKind
{
    /// <summary>The request itself is wrong. HTTP 400.</summary>
    InvalidArgument,

    /// <summary>The caller did not say who it is. HTTP 401.</summary>
    Unauthenticated,

    /// <summary>The caller may not do this. HTTP 403.</summary>
    PermissionDenied,

    /// <summary>The thing named does not exist. HTTP 404.</summary>
    NotFound,

    /// <summary>The present state forbids it. HTTP 409.</summary>
    Conflict,

    /// <summary>A precondition sent by the caller (If-Match) no longer holds. HTTP 412.</summary>
    PreconditionFailed,

    /// <summary>Well-formed but refused by a rule, such as a schema or a manifest check. HTTP 422.</summary>
    Unprocessable,

    /// <summary>A limit or rate was reached. HTTP 429.</summary>
    QuotaExceeded,

    /// <summary>A fault inside the host. HTTP 500.</summary>
    Internal,

    /// <summary>The plugin that was asked failed; the host did not. HTTP 502.</summary>
    PluginFault,

    /// <summary>Not possible now, or not offered by this host version. HTTP 503.</summary>
    Unavailable,

    /// <summary>The disk takes no more writes. HTTP 507.</summary>
    InsufficientStorage,
}
