namespace Phira.PluginService.Core.Web;

/// <summary>The body of a request or of an answer.</summary>
/// <param name="Text">The body as text; null when it is none.</param>
/// <param name="Bytes">The body as bytes, when it is no text.</param>
public sealed record RouteBody(string? Text, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>No body.</summary>
    public static RouteBody Empty { get; } = new(null, ReadOnlyMemory<byte>.Empty);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => Text is null && Bytes.IsEmpty;
}
