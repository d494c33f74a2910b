using System.Diagnostics.CodeAnalysis;

namespace Phira.PluginService.Core.Ids;

/// <summary>The identity of a plugin: 1 to 64 characters of <c>a-z 0-9 -</c>, not beginning with a hyphen.</summary>
public sealed record PluginName
{
    private const int MaximumLength = 64;

    private PluginName(string value) => Value = value;

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>Reads a name.</summary>
    /// <param name="name">The name, when the text is one.</param>
    /// <returns>Whether the text is a plugin name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PluginName? name)
    {
        var valid = text is { Length: > 0 and <= MaximumLength } && text[0] != '-' && text.All(IsAllowed);
        name = valid ? new PluginName(text!) : null;
        return valid;
    }

    /// <summary>Reads a name that is known to be valid.</summary>
    /// <exception cref="FormatException">The text is not a plugin name.</exception>
    public static PluginName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"\"{text}\" is not a plugin name.");

    /// <inheritdoc />
    public override string ToString() => Value;

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
