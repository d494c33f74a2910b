using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Results;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Values;

/// <summary>The answer of a host function: a value, nothing, or a <c>host-error</c>.</summary>
internal readonly struct HostReply
{
    private HostReply(ComponentValue? value, string? errorCase, string? errorText, string? code = null)
    {
        Outcome = code ?? errorCase ?? AuditRecord.Done;
        Value = value;
        ErrorCase = errorCase;
        ErrorText = errorText;
    }

    /// <summary>Done; there is nothing to return.</summary>
    public static HostReply Done { get; } = new(null, null, null);

    /// <summary>The value; null when there is none or it failed.</summary>
    public ComponentValue? Value { get; }

    /// <summary>Case of <c>host-error</c>; null when it did not fail.</summary>
    public string? ErrorCase { get; }

    /// <summary>Text of the error.</summary>
    public string? ErrorText { get; }

    /// <summary>Outcome for the audit log: <c>done</c>, the code of the error, or the case of an error that has no code.</summary>
    public string Outcome { get; }

    /// <summary>An error of the host as the guest sees it.</summary>
    public static implicit operator HostReply(Error error) => new(null, CaseOf(error.Code.Kind), error.Message(), error.Code.Value);

    /// <summary>Done, with a value.</summary>
    public static implicit operator HostReply(ComponentValue value) => new(value, null, null);

    /// <summary>The plugin lacks a permission.</summary>
    public static HostReply Denied(string text) => new(null, "permission-denied", text);

    /// <summary>There is no such thing.</summary>
    public static HostReply NotFound(string text) => new(null, "not-found", text);

    /// <summary>An argument is wrong.</summary>
    public static HostReply Invalid(string text) => new(null, "invalid-argument", text);

    /// <summary>The present state forbids it.</summary>
    public static HostReply Conflict(string text) => new(null, "conflict", text);

    /// <summary>A quota is reached.</summary>
    public static HostReply QuotaExceeded(string limit) => new(null, "quota-exceeded", limit);

    /// <summary>Not possible now, or not offered.</summary>
    public static HostReply Unavailable(string text) => new(null, "unavailable", text);

    /// <summary>The host itself failed.</summary>
    public static HostReply Internal(string text) => new(null, "internal", text);

    /// <summary>The <c>result</c> that the guest gets.</summary>
    public ComponentValue ToResult() => ErrorCase is null
        ? ComponentValue.Ok(Value)
        : ComponentValue.Err(ComponentValue.Variant(ErrorCase, ComponentValue.String(ErrorText!)));

    private static string CaseOf(ErrorKind kind) => kind switch
    {
        ErrorKind.PermissionDenied or ErrorKind.Unauthenticated => "permission-denied",
        ErrorKind.NotFound => "not-found",
        ErrorKind.InvalidArgument or ErrorKind.Unprocessable => "invalid-argument",
        ErrorKind.Conflict or ErrorKind.PreconditionFailed => "conflict",
        ErrorKind.QuotaExceeded => "quota-exceeded",
        ErrorKind.Unavailable or ErrorKind.InsufficientStorage => "unavailable",
        _ => "internal",
    };
}
