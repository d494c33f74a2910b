namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>A type in words.</summary>
internal readonly record struct TypeText(string Structure, string Shown)
{
    /// <summary>A type that is written in one way only.</summary>
    public static TypeText Plain(string text) => new(text, text);

    /// <summary>Puts types into a form.</summary>
    /// <param name="head">The text before the first type.</param>
    /// <param name="parts">The types, each after its own label.</param>
    public static TypeText Join(string head, IReadOnlyCollection<(string Label, TypeText Type)> parts, string tail) => new(
        head + string.Join(", ", parts.Select(part => part.Label + part.Type.Structure)) + tail,
        head + string.Join(", ", parts.Select(part => part.Label + part.Type.Shown)) + tail);
}
