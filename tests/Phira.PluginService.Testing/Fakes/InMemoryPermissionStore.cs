using System.Collections.Concurrent;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Grants that end with the test.</summary>
public sealed class InMemoryPermissionStore : IPermissionStore
{
    private readonly ConcurrentDictionary<PluginName, IReadOnlyList<PermissionGrant>> _grants = [];

    /// <summary>Uses as they were written.</summary>
    public ConcurrentQueue<PermissionUse> Uses { get; } = new();

    /// <summary>Runs before uses are written.</summary>
    public Action BeforeUses { get; set; } = () => { };

    /// <inheritdoc />
    public Task<IReadOnlyList<PermissionGrant>> GetGrantsAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult(_grants.GetValueOrDefault(plugin, []));

    /// <inheritdoc />
    public Task SetGrantsAsync(PluginName plugin, IReadOnlyList<PermissionGrant> grants, CancellationToken cancellationToken)
    {
        _grants[plugin] = [.. grants.OrderBy(grant => grant.Permission, StringComparer.Ordinal)];
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task AddUsesAsync(IReadOnlyList<PermissionUse> uses, CancellationToken cancellationToken)
    {
        BeforeUses();
        foreach (var use in uses)
        {
            Uses.Enqueue(use);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, long>> GetUsesAsync(PluginName plugin, DateOnly since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, long>>(Uses.Where(use => use.Plugin == plugin && use.Day >= since)
            .GroupBy(use => use.Permission)
            .ToDictionary(group => group.Key, group => group.Sum(use => use.Count)));
}
