namespace Phira.PluginService.Sandbox.Footprint;

/// <summary>What has an index of its own in a component, as far as it leads to core modules.</summary>
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
