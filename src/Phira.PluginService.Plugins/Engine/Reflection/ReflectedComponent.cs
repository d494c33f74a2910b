using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Engine.Reflection;

/// <summary>What a component imports and exports, with types.</summary>
/// <param name="Imports">Its imports.</param>
/// <param name="Exports">Its exports.</param>
internal sealed record ReflectedComponent(ImmutableArray<ReflectedItem> Imports, ImmutableArray<ReflectedItem> Exports);
