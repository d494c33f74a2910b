using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Protocol.Data;

/// <summary>A value, or an error text for the user.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[SuppressMessage("Design", "MA0048:File name must match type name", Justification = "WireResult.cs holds the form without a value.")]
public readonly record struct WireResult<T>
    where T : class
{
    private WireResult(T? value, string? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value, or null after a failure.</summary>
    public T? Value { get; }

    /// <summary>The error text, or null after a success.</summary>
    public string? Error { get; }

    /// <summary>Whether the request was carried out.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Value is not null;

    /// <summary>The request was carried out.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The form without a value reads the same.")]
    public static WireResult<T> Success(T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(value, null);
    }

    /// <summary>The request was refused.</summary>
    /// <param name="error">The text the user sees.</param>
    [SuppressMessage("Design", "CA1000", Justification = "The form without a value reads the same.")]
    public static WireResult<T> Failure(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(null, error);
    }
}
