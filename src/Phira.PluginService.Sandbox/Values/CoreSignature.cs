using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>The signature of a function in core WebAssembly.</summary>
/// <param name="Arguments">Types of the arguments that are passed one by one; null when they are passed in memory.</param>
/// <param name="Results">Types of the results that are returned directly; null when the result is returned in memory.</param>
internal sealed record CoreSignature(ImmutableArray<CoreType>? Arguments, ImmutableArray<CoreType>? Results)
{
    /// <summary>The type of an address, which replaces arguments or a result in memory.</summary>
    public static readonly ImmutableArray<CoreType> Address = [CoreType.I32];
}
