using Phira.PluginService.Core.Ids;

namespace Phira.PluginService.Core.Plugins;

/// <summary>
/// The lines of the plugins: their <c>log.write</c> calls, standard output and standard error. The newest are in memory, all on disk within a quota for each
/// plugin; the oldest are deleted when it is used up.
/// </summary>
public interface IPluginLog
{
    /// <summary>Reads the newest lines of one plugin from memory. Never blocks.</summary>
    /// <param name="count">Maximum number of lines.</param>
    /// <returns>The lines, newest last; empty for a plugin that has written nothing or is unknown.</returns>
    IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count);

    /// <summary>Finds the newest lines of one plugin that pass a filter, in memory and on disk.</summary>
    Task<PluginLogPage> SearchAsync(PluginName plugin, PluginLogQuery query, CancellationToken cancellationToken);

    /// <summary>Reads everything that is kept of one plugin, oldest first.</summary>
    IAsyncEnumerable<PluginLogLine> ReadAllAsync(PluginName plugin, CancellationToken cancellationToken);
}
