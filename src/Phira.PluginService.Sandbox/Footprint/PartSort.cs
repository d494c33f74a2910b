namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>The index spaces of a component, as far as they lead to core modules.</summary>
internal enum PartSort
{
    /// <summary>Functions, types and values: they hold no modules.</summary>
    Other,

    /// <summary>Core modules.</summary>
    Module,

    /// <summary>Components.</summary>
    Component,

    /// <summary>Instances of components.</summary>
    Instance,
}
