using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Keeps plugins in line with changes of their files that this service makes itself.</summary>
internal sealed class InstalledFiles(IPluginStore store, PluginRegistry registry)
{
    /// <summary>
    /// Removes a plugin with its files. The files go first, and everything after them that can fail is undone: nothing has happened to a plugin
    /// whose files could not be removed. A plugin of that name that is found later is a new one, which loads.
    /// </summary>
    public async Task<Result> RemoveAsync(PluginName plugin, FolderChange change, string file, ChangeCause cause)
    {
        if (registry.FindRefusal() is { } refusal)
        {
            return refusal;
        }

        if (registry.Plugins.Find(plugin) is not { } supervisor)
        {
            change.TakeAway(file);
            change.Commit();
            return Result.Success;
        }

        return await supervisor.EnqueueAsync(() => RemoveAsync(supervisor, change, file, cause), CancellationToken.None);
    }

    /// <summary>Forgets a plugin whose files went into another one.</summary>
    public async Task ForgetGoneAsync(PluginName plugin, ChangeCause cause)
    {
        if (registry.Plugins.Find(plugin) is { } supervisor)
        {
            await supervisor.EnqueueAsync(
                async () =>
                {
                    if (registry.Plugins.Entries.ContainsKey(plugin))
                    {
                        return false;
                    }

                    await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
                    return registry.Plugins.Forget(plugin);
                },
                CancellationToken.None);
        }
    }

    /// <summary>Brings a plugin back to what it was, after its files have come back.</summary>
    /// <param name="desired">What an administrator wanted before.</param>
    public async Task RestoreAsync(PluginName plugin, DesiredState desired, ChangeCause cause)
    {
        await registry.ScanAsync(cause, CancellationToken.None);
        if (registry.Plugins.Find(plugin) is { } supervisor)
        {
            await supervisor.EnqueueAsync(() => RestoreAsync(supervisor, desired, cause), CancellationToken.None);
        }
    }

    private async Task<Result> RemoveAsync(PluginSupervisor supervisor, FolderChange change, string file, ChangeCause cause)
    {
        if (registry.Plugins.FindDependents(supervisor) is { } dependents)
        {
            return dependents;
        }

        var name = supervisor.Record.Name;
        var desired = await registry.FindDesiredStateAsync(name);
        change.TakeAway(file);
        try
        {
            await WantAgainAsync(supervisor, DesiredState.Running);
            change.Commit();
        }
        catch
        {
            change.Undo();
            await WantAgainAsync(supervisor, desired);
            throw;
        }

        await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
        registry.Plugins.Forget(name);
        return Result.Success;
    }

    private async Task<Result> RestoreAsync(PluginSupervisor supervisor, DesiredState desired, ChangeCause cause)
    {
        var name = supervisor.Record.Name;
        await WantAgainAsync(supervisor, desired);
        if (!registry.Plugins.Entries.TryGetValue(name, out var entry))
        {
            await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
            registry.Plugins.Forget(name);
            return Result.Success;
        }

        if (entry.IsLoose)
        {
            await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
            return await supervisor.ApplyAsync(new LifecycleTrigger.LoadFailed(entry.Failure!, cause));
        }

        var read = await supervisor.ReadAsync(entry);
        var isSame = read.IsSuccess && supervisor.Instance?.Blueprint.Compare(read.Value) == BlueprintDifference.None;
        switch (desired)
        {
            case DesiredState.Running when supervisor.State != PluginState.Running:
                return await supervisor.RequestAsync(PluginOperation.Load, cascade: true, cause);
            case DesiredState.Running when !isSame:
                return await supervisor.RequestAsync(PluginOperation.Reload, cascade: true, cause);
            case DesiredState.Stopped when supervisor.State != PluginState.Stopped || !isSame:
                await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
                await registry.LoadIdleAsync(supervisor, entry, start: false, cause);
                return Result.Success;
            case DesiredState.Unloaded:
                await supervisor.ApplyAsync(new LifecycleTrigger.UnloadRequested(cause));
                supervisor.Journal.Edit(status => status with { Manifest = entry.Manifest, Sha256 = read.Value?.Image.Sha256 });
                return Result.Success;
            default:
                return Result.Success;
        }
    }

    // Writes only what has changed: a store that takes nothing at present must not keep files and instances from being put back.
    private async Task WantAgainAsync(PluginSupervisor supervisor, DesiredState desired)
    {
        if (await registry.FindDesiredStateAsync(supervisor.Record.Name) != desired)
        {
            await store.SetDesiredStateAsync(supervisor.Record.Name, desired, CancellationToken.None);
            await supervisor.ApplyAsync(new LifecycleTrigger.DesiredStateKnown(desired));
        }
    }
}
