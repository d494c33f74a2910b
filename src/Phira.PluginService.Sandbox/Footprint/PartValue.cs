namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>What an index of a component stands for; nothing when it is a function or type, or imported from the host.</summary>
internal readonly record struct PartValue
{
    /// <summary>The core module.</summary>
    public ModuleFootprint? Module { get; init; }

    /// <summary>The component.</summary>
    public ComponentPart? Component { get; init; }

    /// <summary>Where the component was defined: its aliases refer to what is there.</summary>
    public PartScope? Scope { get; init; }

    /// <summary>What the instance exports.</summary>
    public Dictionary<string, PartValue>? Exports { get; init; }
}
