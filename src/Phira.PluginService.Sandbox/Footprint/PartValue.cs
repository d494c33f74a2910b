namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The item that an index of a component refers to; empty when it is a function or type, or imported from the host.</summary>
internal readonly record struct PartValue
{
    /// <summary>The core module.</summary>
    public ModuleFootprint? Module { get; init; }

    /// <summary>The component.</summary>
    public ComponentPart? Component { get; init; }

    /// <summary>The scope in which the component was defined: its aliases refer to the items of that scope.</summary>
    public PartScope? Scope { get; init; }

    /// <summary>Exports of the instance, by name.</summary>
    public Dictionary<string, PartValue>? Exports { get; init; }
}
