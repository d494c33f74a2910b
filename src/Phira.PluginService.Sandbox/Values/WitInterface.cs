using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>An interface whose functions take and return only values.</summary>
/// <param name="Types">The types that it gives names to.</param>
internal sealed record WitInterface(string Name, ImmutableArray<WitFunction> Functions, ImmutableArray<(string Name, WitType Type)> Types);
