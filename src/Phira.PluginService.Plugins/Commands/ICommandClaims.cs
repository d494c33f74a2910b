using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Plugins.Commands;

/// <summary>The owners of command names. A name belongs to the first plugin that registers it.</summary>
internal interface ICommandClaims
{
    /// <summary>Claims a name.</summary>
    /// <returns>The owner when it is somebody else; null when the name is the plugin's now.</returns>
    string? Claim(PluginName plugin, string name);

    /// <summary>Gives a name back, unless the plugin's active version still offers it.</summary>
    void Release(PluginName plugin, string name);
}
