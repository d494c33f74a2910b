using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The grants of administrators.</summary>
internal sealed class PluginGrantService(PermissionService permissions, PluginRegistry registry) : IPluginPermissions
{
    /// <inheritdoc />
    public async Task<Result<PluginPermissions>> GetAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        return await ShowAsync(registry.Plugins.EntryOf(supervisor), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Result<PluginPermissions>> GrantAsync(
        PluginName plugin, IReadOnlyList<GrantRequest> grants, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (registry.Stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        await registry.ScanAsync(cause, cancellationToken);
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var granted = await supervisor.EnqueueAsync(() => GrantNowAsync(supervisor, grants, cause), cancellationToken);
        return granted.IsSuccess ? await ShowAsync(registry.Plugins.EntryOf(supervisor), cancellationToken) : granted.Error;
    }

    private async Task<Result> GrantNowAsync(PluginSupervisor supervisor, IReadOnlyList<GrantRequest> grants, ChangeCause cause)
    {
        if (registry.Stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        return await supervisor.GrantAsync(grants, cause);
    }

    private async Task<Result<PluginPermissions>> ShowAsync(CatalogEntry entry, CancellationToken cancellationToken) =>
        await permissions.ShowAsync(
            entry.Name,
            entry.Manifest?.Version.ToString(),
            PermissionRequests.Of(entry.Manifest),
            cancellationToken);
}
