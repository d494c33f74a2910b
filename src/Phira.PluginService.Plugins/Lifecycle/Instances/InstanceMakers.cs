namespace Phira.PluginService.Plugins.Lifecycle.Instances;

/// <summary>The makers of the instances of all plugins.</summary>
/// <param name="Loader">Makes machine code of components.</param>
/// <param name="Builder">Makes instances of it.</param>
internal sealed record InstanceMakers(ComponentLoader Loader, InstanceBuilder Builder);
