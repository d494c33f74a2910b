using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Reflection;

/// <summary>What a component imports and exports, with types.</summary>
internal sealed record ReflectedComponent(ImmutableArray<ReflectedItem> Imports, ImmutableArray<ReflectedItem> Exports);
