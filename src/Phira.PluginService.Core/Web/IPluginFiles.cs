using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Web;

/// <summary>The files in the folder <c>static</c> of the active plugins, as they were when the active version was loaded.</summary>
public interface IPluginFiles
{
    /// <summary>Opens a file.</summary>
    /// <param name="path">The path after <c>/plugins/{name}</c>, decoded, with its leading slash.</param>
    /// <returns>The file; null when there is none.</returns>
    PluginFile? Open(PluginName plugin, string path);

    /// <summary>Whether there is a file.</summary>
    /// <param name="path">The path after <c>/plugins/{name}</c>, decoded, with its leading slash.</param>
    bool Exists(PluginName plugin, string path);
}
