using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;

namespace Phira.PluginService.Plugins.Tests.Packages;

/// <summary>Grants that are simply there.</summary>
internal sealed class Grants(params PermissionGrant[] grants) : IPermissionStore
{
    public Task<IReadOnlyList<PermissionGrant>> GetGrantsAsync(PluginName plugin, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PermissionGrant>>([.. grants.Where(grant => grant.Plugin == plugin)]);

    public Task SetGrantsAsync(PluginName plugin, IReadOnlyList<PermissionGrant> grants, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddUsesAsync(IReadOnlyList<PermissionUse> uses, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyDictionary<string, long>> GetUsesAsync(PluginName plugin, DateOnly since, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
