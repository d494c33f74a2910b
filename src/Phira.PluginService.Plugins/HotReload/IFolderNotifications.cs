namespace Phira.PluginService.Plugins.HotReload;

/// <summary>Tells of changes below a directory, where the system can. Nothing depends on it: it only saves waiting for the next look.</summary>
internal interface IFolderNotifications
{
    /// <summary>Begins to tell.</summary>
    /// <param name="changed">Something may have changed. Called on any thread; returns at once.</param>
    /// <returns>Ends it; null when the system sends none now.</returns>
    IDisposable? Begin(string directory, Action changed);
}
