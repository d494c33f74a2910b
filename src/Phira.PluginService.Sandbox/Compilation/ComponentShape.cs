using System.Collections.Immutable;
using Phira.PluginService.Sandbox.Footprint;

namespace Phira.PluginService.Sandbox.Compilation;

/// <summary>What a component asks for and offers, at its top level.</summary>
/// <param name="Imports">Names of its imports, for example <c>phira:plugin/log@1.0.0</c>.</param>
internal sealed record ComponentShape(ImmutableArray<string> Imports, ImmutableArray<string> Exports)
{
    /// <summary>What an instance of it holds besides its linear memories.</summary>
    public required GuestFootprint Footprint { get; init; }
}
