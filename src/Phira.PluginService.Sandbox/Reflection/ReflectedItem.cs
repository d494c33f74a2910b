using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>Something that a component imports or exports at its top level.</summary>
/// <param name="Functions">The functions of the interface, or the function itself; empty for a type.</param>
internal sealed record ReflectedItem(string Name, ImmutableArray<ReflectedFunction> Functions, bool IsInterface);
