namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>A function of a component with its type.</summary>
/// <param name="Type">The type without any names but those of fields and cases, for comparing: <c>func(string) -> result&lt;_, string></c>.</param>
/// <param name="Shown">The type as WIT writes it, for people: <c>(config: json) -> result&lt;_, string></c>.</param>
internal sealed record ReflectedFunction(string Name, string Type, string Shown);
