using System.Collections.Immutable;

namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>One definition of a component, in the order in which they take effect.</summary>
internal sealed record Definition(DefinitionKind Kind, PartSort Sort)
{
    /// <summary>The index it refers to: of the module or component that is instantiated, of the instance or of what is exported.</summary>
    public int Index { get; init; }

    /// <summary>Number of surrounding components to go out before <see cref="Index"/> counts.</summary>
    public int Outward { get; init; }

    /// <summary>Name of the import or export.</summary>
    public string Name { get; init; } = "";

    /// <summary>Arguments, or what is bundled.</summary>
    public ImmutableArray<PartItem> Items { get; init; } = [];

    /// <summary>The core module that is defined.</summary>
    public ModuleFootprint? Module { get; init; }

    /// <summary>The component that is defined.</summary>
    public ComponentPart? Part { get; init; }
}
