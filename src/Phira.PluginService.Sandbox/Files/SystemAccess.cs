using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>The parts of the system that an instance may use through WASI.</summary>
internal sealed record SystemAccess
{
    /// <summary>Nothing.</summary>
    public static SystemAccess None { get; } = new();

    /// <summary>Directories that are open from the beginning.</summary>
    public ImmutableArray<PreopenedDirectory> Directories { get; init; } = [];

    /// <summary>Environment variables: names and values.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Variables { get; init; } = [];
}
