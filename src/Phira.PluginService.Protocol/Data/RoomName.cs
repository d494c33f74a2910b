using System.Buffers;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.Protocol.Data;

/// <summary>
/// The name of a room, which is its id on the wire: 1 to 20 ASCII letters, digits, hyphens and underscores. Case matters.
/// </summary>
public readonly record struct RoomName
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    private readonly string? _value;

    internal RoomName(string value) => _value = value;

    /// <summary>The text; empty only for the default value, which is no legal name.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Accepts a text that obeys the rules.</summary>
    /// <param name="name">The name, when the text is one.</param>
    public static bool TryCreate(string? text, out RoomName name)
    {
        var valid = text is { Length: > 0 and <= ProtocolLimits.MaxRoomNameBytes } && !text.AsSpan().ContainsAnyExcept(Allowed);
        name = valid ? new RoomName(text!) : default;
        return valid;
    }

    /// <summary>The name of a text that is known to obey the rules.</summary>
    /// <exception cref="ArgumentException">The text is not a room name.</exception>
    public static RoomName Create(string text) =>
        TryCreate(text, out var name) ? name : throw new ArgumentException($"'{text}' is not a room name.", nameof(text));

    /// <inheritdoc />
    public override string ToString() => Value;
}
