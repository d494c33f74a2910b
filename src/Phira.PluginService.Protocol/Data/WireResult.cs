using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Success, or an error text for the user.</summary>
public readonly record struct WireResult
{
    private WireResult(string? error) => Error = error;

    /// <summary>The request was carried out.</summary>
    public static WireResult Success { get; }

    /// <summary>The error text, or null after a success.</summary>
    public string? Error { get; }

    /// <summary>Whether the request was carried out.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The request was refused.</summary>
    /// <param name="error">The text the user sees.</param>
    public static WireResult Failure(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(error);
    }
}
