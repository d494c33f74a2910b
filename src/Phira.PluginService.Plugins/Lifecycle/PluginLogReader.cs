using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Logs;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Reads the lines of plugins.</summary>
internal sealed class PluginLogReader(PluginRegistry registry) : IPluginLog
{
    /// <inheritdoc />
    public IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count) => Find(plugin)?.Read(count) ?? [];

    /// <inheritdoc />
    public Task<PluginLogPage> SearchAsync(PluginName plugin, PluginLogQuery query, CancellationToken cancellationToken) =>
        Find(plugin)?.SearchAsync(query, cancellationToken) ?? Task.FromResult(new PluginLogPage([], NextBefore: null));

    /// <inheritdoc />
    public IAsyncEnumerable<PluginLogLine> ReadAllAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Find(plugin)?.ReadAllAsync(cancellationToken) ?? AsyncEnumerable.Empty<PluginLogLine>();

    private KeptLines? Find(PluginName plugin) => registry.Plugins.Find(plugin)?.Record.Log.Kept;
}
