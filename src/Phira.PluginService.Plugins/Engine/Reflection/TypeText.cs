namespace Phira.PluginService.Plugins.Engine.Reflection;

/// <summary>A type in words.</summary>
/// <param name="Structure">Written out to the last field, for comparing.</param>
/// <param name="Shown">With the names that the interface gives to types, for people.</param>
internal readonly record struct TypeText(string Structure, string Shown)
{
    /// <summary>A type that is written in one way only.</summary>
    /// <param name="text">The way.</param>
    public static TypeText Plain(string text) => new(text, text);

    /// <summary>Puts types into a form.</summary>
    /// <param name="head">What stands before the first.</param>
    /// <param name="parts">The types, each after its own label.</param>
    /// <param name="tail">What stands behind the last.</param>
    public static TypeText Join(string head, IReadOnlyCollection<(string Label, TypeText Type)> parts, string tail) => new(
        head + string.Join(", ", parts.Select(part => part.Label + part.Type.Structure)) + tail,
        head + string.Join(", ", parts.Select(part => part.Label + part.Type.Shown)) + tail);
}
