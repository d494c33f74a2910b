using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Files;

/// <summary>Knows the directory for the own files of each plugin.</summary>
internal sealed class PluginDirectories(IOptions<PluginsOptions> options)
{
    /// <summary>The directory of a plugin, as a full path. It is made when it is needed.</summary>
    public string Of(PluginName plugin) => Path.GetFullPath(Path.Combine(options.Value.FilesDirectory, plugin.Value));
}
