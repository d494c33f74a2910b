using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>What administrators do with plugins.</summary>
internal sealed class PluginManager(PluginRegistry registry, PluginStartup startup, HostInterfaceSet interfaces) : IPluginManager
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
    public IReadOnlyList<string> UnavailableHostFunctions => interfaces.Unavailable;

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

        // What takes the plugin down does not wait until it is compiled.
        using var cancellation = TakesDown(supervisor, operation, cascade) ? supervisor.CancelCompilation() : null;
        var result = await supervisor.EnqueueAsync(
            () =>
            {
                cancellation?.Dispose();
                return CarryOutAsync(supervisor, operation, cascade, cause);
            },
            cancellationToken);
        return result.IsSuccess ? registry.Snapshot(supervisor) : result.Error;
    }

    /// <inheritdoc />
    public Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        registry.Plugins.Find(plugin) is { } supervisor
            ? supervisor.Configs.GetConfigAsync(registry.Plugins.EntryOf(supervisor), cancellationToken)
            : Task.FromResult<Result<PluginConfig>>(new Error(PluginErrors.NotFound, plugin.Value));

    /// <inheritdoc />
    public Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin,
            supervisor => supervisor.Configs.SetConfigAsync(registry.Plugins.EntryOf(supervisor), valuesJson, expectedRevision, cause),
            cancellationToken);

    /// <inheritdoc />
    public Task<Result<PluginConfig>> RestoreConfigAsync(
        PluginName plugin, int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin,
            supervisor => supervisor.Configs.RestoreConfigAsync(registry.Plugins.EntryOf(supervisor), revision, expectedRevision, cause),
            cancellationToken);

    private async Task<Result<PluginConfig>> ChangeConfigAsync(
        PluginName plugin, Func<PluginSupervisor, Task<Result<PluginConfig>>> change, CancellationToken cancellationToken)
    {
        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await supervisor.EnqueueAsync(() => change(supervisor), cancellationToken);
        if (result.IsSuccess)
        {
            registry.Announce(supervisor);
        }

        return result;
    }

    private async Task<Result> CarryOutAsync(PluginSupervisor supervisor, PluginOperation operation, bool cascade, ChangeCause cause)
    {
        // The operation may have waited since before the service began to stop.
        if (registry.FindRefusal() is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await supervisor.RequestAsync(operation, cascade, cause);
        }
        catch (StorageException exception)
        {
            return exception.Error;
        }
    }

    // An operation that is going to be refused must not cost the plugin what is being loaded.
    private bool TakesDown(PluginSupervisor supervisor, PluginOperation operation, bool cascade) =>
        operation is PluginOperation.Unload or PluginOperation.Disable && (cascade || registry.Plugins.FindDependents(supervisor) is null);
}
