using System.Collections.Immutable;

namespace Phira.PluginService.Plugins.Packages.Adoption;

/// <summary>The facts that build tools write into a component. Nothing of it is needed, and none of it is to be believed.</summary>
internal sealed record ComponentMetadata
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public string? Authors { get; init; }

    public string? Description { get; init; }

    public string? Licenses { get; init; }

    public string? Homepage { get; init; }

    /// <summary>Languages and tools, each with its version, in the order in which they were found.</summary>
    public ImmutableArray<string> BuiltWith { get; init; } = [];
}
