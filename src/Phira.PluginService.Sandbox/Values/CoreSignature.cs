using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Values;

/// <summary>How a function passes its values in core WebAssembly.</summary>
/// <param name="Arguments">Types of the arguments that are passed one by one; null when they are passed in memory.</param>
/// <param name="Results">Types of what is returned as it is; null when it is returned in memory.</param>
internal sealed record CoreSignature(ImmutableArray<CoreType>? Arguments, ImmutableArray<CoreType>? Results)
{
    /// <summary>What stands for arguments or a result in memory.</summary>
    public static readonly ImmutableArray<CoreType> Address = [CoreType.I32];
}
