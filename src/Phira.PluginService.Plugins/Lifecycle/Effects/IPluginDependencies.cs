using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>The plugins around one plugin. Used in an operation of the plugin.</summary>
internal interface IPluginDependencies
{
    /// <summary>Finds what keeps the plugin from being loaded now.</summary>
    /// <returns>The obstacle, and whether it is in the plugin's own folder; null when there is none.</returns>
    (Error Error, bool IsOwn)? FindObstacle();

    /// <summary>Takes down the plugins that need it, dependents first.</summary>
    Task TakeDownAsync(ChangeCause cause);

    /// <summary>Brings back what was taken down, in reverse order; what does not fit any more says why.</summary>
    Task BringBackAsync(ChangeCause cause);

    /// <summary>The plugin is none of this host any more.</summary>
    void Forget();
}
