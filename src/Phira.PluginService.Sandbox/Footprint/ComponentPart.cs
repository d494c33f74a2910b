using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>One component of a file, of which others may be nested in it.</summary>
/// <param name="Definitions">The definitions, in order.</param>
internal sealed record ComponentPart(ImmutableArray<Definition> Definitions, int Canonicals);
