using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Keeps the decisions about single plugins.</summary>
public sealed partial class InMemoryPluginStore
{
    private readonly ConcurrentDictionary<PluginName, Quarantine> _quarantines = [];
    private readonly ConcurrentDictionary<PluginName, IReadOnlyDictionary<string, long>> _limits = [];

    /// <inheritdoc />
    public Task<IReadOnlyList<Quarantine>> GetQuarantinesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Quarantine>>([.. _quarantines.Values]);

    /// <inheritdoc />
    public Task SetQuarantineAsync(Quarantine quarantine, CancellationToken cancellationToken)
    {
        _quarantines[quarantine.Plugin] = quarantine;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task RemoveQuarantineAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        _quarantines.TryRemove(plugin, out _);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>> GetLimitOverridesAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult(_limits.GetValueOrDefault(plugin, new Dictionary<string, long>()));

    /// <inheritdoc />
    public Task SetLimitOverridesAsync(
        PluginName plugin, IReadOnlyDictionary<string, long> overrides, CancellationToken cancellationToken)
    {
        _limits[plugin] = overrides;
        return Task.CompletedTask;
    }
}
