using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>The newest lines that the plugins wrote, kept in memory: their <c>log.write</c> calls, standard output and standard error.</summary>
public interface IPluginLog
{
    /// <summary>Reads the newest lines of one plugin. Never blocks.</summary>
    /// <param name="count">Maximum number of lines.</param>
    /// <returns>The lines, newest last; empty for a plugin that has written nothing or is unknown.</returns>
    IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count);
}
