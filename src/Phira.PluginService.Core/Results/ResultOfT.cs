using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Core.Results;

/// <summary>The outcome of an operation: a value, or an <see cref="Results.Error"/>.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "Result.cs holds the form without a value.")]
public readonly struct Result<T>
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value; null or default after a failure.</summary>
    public T? Value { get; }

    /// <summary>The failure, or null after a success.</summary>
    public Error? Error { get; }

    /// <summary>Whether the operation succeeded.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    [MemberNotNullWhen(true, nameof(Value))]
    public bool IsSuccess => Error is null;

    /// <summary>The operation succeeded with a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>The operation failed.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}
