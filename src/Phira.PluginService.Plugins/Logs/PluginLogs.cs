using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Logs;

/// <summary>The kept lines of all plugins. Those of a plugin that is removed stay, and continue when it comes back.</summary>
internal sealed class PluginLogs(IOptions<PluginsOptions> options, LogWriter writer, ILogger<PluginLogs> logger)
{
    private readonly ConcurrentDictionary<PluginName, Lazy<KeptLines>> _logs = new();

    public KeptLines Open(PluginName plugin) => _logs.GetOrAdd(plugin, name => new Lazy<KeptLines>(() => Create(name))).Value;

    private KeptLines Create(PluginName plugin)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Value.LogsDirectory, plugin.Value));
        return new KeptLines(options.Value.LogBytes == 0 ? null : new LogSegments(folder, options.Value.LogBytes), writer, logger);
    }
}
