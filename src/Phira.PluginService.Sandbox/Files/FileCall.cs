using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Files;

/// <summary>One function of WASI that takes or returns handles which files can hide behind.</summary>
internal sealed record FileCall(string Interface, string Name, string Forwarder)
{
    /// <summary>Positions of the arguments that are such handles.</summary>
    public ImmutableArray<int> Handles { get; init; } = [];

    /// <summary>An argument that is a borrowed handle of another type.</summary>
    public int? Foreign { get; init; }

    /// <summary>The place of handles in its result.</summary>
    public FileAnswer Answer { get; init; }

    /// <summary>Type of the handles that it takes and returns.</summary>
    public HandleType Type { get; init; }

    /// <summary>Whether the call opens a file.</summary>
    public bool Opens { get; init; }

    /// <summary>Whether what it returns holds the same file open.</summary>
    public bool Shares { get; init; }
}
