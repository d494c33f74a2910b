using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Core.Results;

/// <summary>The outcome of an operation that returns nothing: success, or an <see cref="Results.Error"/>.</summary>
public readonly struct Result
{
    private Result(Error? error) => Error = error;

    /// <summary>The operation succeeded.</summary>
    public static Result Success { get; }

    /// <summary>The failure, or null after a success.</summary>
    public Error? Error { get; }

    /// <summary>Whether the operation succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The operation failed.</summary>
    public static implicit operator Result(Error error) => new(error);
}
