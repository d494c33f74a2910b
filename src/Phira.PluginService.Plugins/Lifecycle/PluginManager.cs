using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The operations of administrators on plugins.</summary>
internal sealed class PluginManager(PluginRegistry registry, PluginStartup startup, FolderFollower follower) : IPluginManager
{
    /// <inheritdoc />
    public event Action<PluginSnapshot>? Changed
    {
        add => registry.Changed += value;
        remove => registry.Changed -= value;
    }

    /// <inheritdoc />
    public bool IsReady => startup.Ready.IsCompleted;

    /// <inheritdoc />
    public IReadOnlyList<PluginSnapshot> List() => [.. registry.Plugins.All.Select(registry.Snapshot)];

    /// <inheritdoc />
    public PluginSnapshot? Find(PluginName plugin) => registry.Plugins.Find(plugin) is { } found ? registry.Snapshot(found) : null;

    /// <inheritdoc />
    public async Task<Result<PluginSnapshot>> ExecuteAsync(
        PluginName plugin, PluginOperation operation, bool cascade, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (registry.Stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        if (operation is PluginOperation.Load or PluginOperation.Reload or PluginOperation.Enable)
        {
            await registry.ScanAsync(cause, cancellationToken);
        }

        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await supervisor.ExecuteAsync(operation, cascade, cause, cancellationToken);
        return result.IsSuccess ? registry.Snapshot(supervisor) : result.Error;
    }

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<PluginSnapshot>>> RescanAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        // The first loading reads the same folders.
        await startup.Loading.WaitAsync(cancellationToken);
        if (registry.Stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        if (await follower.FollowAllAsync(cause, cancellationToken) is { } problem)
        {
            return problem;
        }

        PluginSnapshot[] plugins = [.. List()];
        return plugins;
    }

    /// <inheritdoc />
    public Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        registry.Plugins.Find(plugin) is { } supervisor
            ? supervisor.GetConfigAsync(cancellationToken)
            : Task.FromResult<Result<PluginConfig>>(new Error(PluginErrors.NotFound, plugin.Value));

    /// <inheritdoc />
    public Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin, supervisor => supervisor.SetConfigAsync(valuesJson, expectedRevision, cause, cancellationToken));

    /// <inheritdoc />
    public Task<Result<PluginConfig>> RestoreConfigAsync(
        PluginName plugin, int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin, supervisor => supervisor.RestoreConfigAsync(revision, expectedRevision, cause, cancellationToken));

    private async Task<Result<PluginConfig>> ChangeConfigAsync(
        PluginName plugin, Func<PluginSupervisor, Task<Result<PluginConfig>>> change)
    {
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await change(supervisor);
        if (result.IsSuccess)
        {
            registry.Announce(supervisor);
        }

        return result;
    }
}
