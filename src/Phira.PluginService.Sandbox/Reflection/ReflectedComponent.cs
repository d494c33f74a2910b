using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>The imports and exports of a component, with types.</summary>
internal sealed record ReflectedComponent(ImmutableArray<ReflectedItem> Imports, ImmutableArray<ReflectedItem> Exports);
