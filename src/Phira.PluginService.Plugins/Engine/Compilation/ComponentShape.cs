using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Engine.Compilation;

/// <summary>What a component asks for and offers, at its top level.</summary>
/// <param name="Imports">Names of its imports, for example <c>phira:plugin/log@1.0.0</c>.</param>
/// <param name="Exports">Names of its exports.</param>
internal sealed record ComponentShape(ImmutableArray<string> Imports, ImmutableArray<string> Exports);
