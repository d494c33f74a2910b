namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The kinds of definitions in a component.</summary>
internal enum DefinitionKind
{
    /// <summary>Defines a core module.</summary>
    Module,

    /// <summary>Defines a nested component.</summary>
    Component,

    /// <summary>Instantiates a core module.</summary>
    CoreInstance,

    /// <summary>Instantiates a component.</summary>
    Instance,

    /// <summary>Makes an instance out of what is there.</summary>
    Bundle,

    /// <summary>Names an export of an instance.</summary>
    AliasExport,

    /// <summary>Names something of a surrounding component.</summary>
    AliasOuter,

    /// <summary>Imports something.</summary>
    Import,

    /// <summary>Exports something, which names it once more.</summary>
    Export,
}
