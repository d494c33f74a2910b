using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Footprint;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>The imports and exports of a component, at its top level.</summary>
/// <param name="Imports">Names of its imports, for example <c>phira:plugin/log@1.0.0</c>.</param>
internal sealed record ComponentShape(ImmutableArray<string> Imports, ImmutableArray<string> Exports)
{
    /// <summary>Host memory that an instance holds besides its linear memories.</summary>
    public required GuestFootprint Footprint { get; init; }
}
