using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Reads what plugins wrote.</summary>
internal sealed class PluginLogReader(PluginRegistry registry) : IPluginLog
{
    /// <inheritdoc />
    public IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count) =>
        registry.Plugins.Find(plugin)?.Record.Log.Read(count) ?? [];
}
