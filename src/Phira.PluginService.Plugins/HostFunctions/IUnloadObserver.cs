namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>
/// Something that a host interface keeps of a plugin, and that ends when the plugin is unloaded or removed, not when its instances come and go.
/// </summary>
internal interface IUnloadObserver
{
    /// <summary>Handles the unloading of the plugin. May be called on any thread, and more than once.</summary>
    void OnUnloaded();
}
