using Phira.PluginService.Plugins.HotReload;

namespace Phira.PluginService.Plugins.Tests.HotReload;

/// <summary>A system that tells nothing of changes.</summary>
internal sealed class NoNotifications : IFolderNotifications
{
    public IDisposable? Begin(string directory, Action changed) => null;
}
