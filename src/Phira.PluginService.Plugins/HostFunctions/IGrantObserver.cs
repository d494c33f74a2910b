namespace Phira.PluginService.Plugins.HostFunctions;

/// <summary>
/// A part of an instance that offers something to others, as far as the plugin's grants allow: commands, services, routes, streams.
/// </summary>
internal interface IGrantObserver
{
    /// <summary>
    /// Handles changed grants: takes back what the plugin may no longer offer, without waiting for the plugin. Called in an operation of the plugin, for
    /// the instance that is loaded and for the one that others know.
    /// </summary>
    void OnGrantsChanged();
}
