using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Keeps plugins in line with changes of their files that this service makes itself.</summary>
internal sealed class InstalledFiles(PluginRegistry registry)
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

    /// <summary>Loads the version that was put into a plugin's folder.</summary>
    public async Task<ActivationOutcome> ActivateAsync(PluginName plugin, ChangeCause cause)
    {
        await registry.ScanAsync(cause, CancellationToken.None);
        return registry.Plugins.Find(plugin) is { } supervisor
            ? await supervisor.ActivateAsync(cause)
            : new ActivationOutcome(new Error(PluginErrors.NotFound, plugin.Value), IsUndone: false);
    }

    /// <summary>Forgets a plugin whose files went into another one.</summary>
    public async Task ForgetGoneAsync(PluginName plugin, ChangeCause cause)
    {
        if (registry.Plugins.Find(plugin) is { } supervisor)
        {
            await supervisor.EnqueueAsync(
                async () => registry.Plugins.Entries.ContainsKey(plugin)
                    ? Result.Success
                    : await supervisor.ApplyAsync(new LifecycleTrigger.FilesRemoved(cause)),
                CancellationToken.None);
        }
    }

    /// <summary>Brings a plugin back to what it was, after its files have come back.</summary>
    /// <param name="desired">The previous desired state.</param>
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

        var desired = supervisor.Lifecycle.Desired;
        change.TakeAway(file);
        try
        {
            await supervisor.ApplyAsync(new LifecycleTrigger.DesiredStateChanged(DesiredState.Running));
            change.Commit();
        }
        catch
        {
            change.Undo();
            await supervisor.ApplyAsync(new LifecycleTrigger.DesiredStateChanged(desired));
            throw;
        }

        return await supervisor.ApplyAsync(new LifecycleTrigger.FilesRemoved(cause));
    }

    private async Task<Result> RestoreAsync(PluginSupervisor supervisor, DesiredState desired, ChangeCause cause)
    {
        await supervisor.ApplyAsync(new LifecycleTrigger.DesiredStateChanged(desired));
        if (!registry.Plugins.Entries.TryGetValue(supervisor.Record.Name, out var entry))
        {
            return await supervisor.ApplyAsync(new LifecycleTrigger.FilesRemoved(cause));
        }

        return await supervisor.RestoreAsync(entry, cause);
    }
}
