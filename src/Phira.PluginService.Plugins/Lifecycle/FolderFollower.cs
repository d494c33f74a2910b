using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Brings plugins in line with what happens in the plugins directory.</summary>
internal sealed class FolderFollower(IStorageHealth storage, IOptions<PluginsOptions> options, PluginRegistry registry)
{
    private readonly HotReloadOptions _hotReload = options.Value.HotReload;
    private readonly ConcurrentDictionary<string, PluginName> _followed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PluginName> _unreadable = new(StringComparer.Ordinal);

    /// <summary>
    /// Brings the plugin of a folder, or of a packed plugin, in line with what is in it now: loads a new one, unloads one whose folder is gone,
    /// reloads one that has changed, hands a changed configuration over. What cannot be used leaves the running version as it is.
    /// </summary>
    /// <param name="final">Whether to report a folder that cannot be used, instead of waiting for the rest of it.</param>
    /// <returns>False when the folder cannot be used yet and nothing was done.</returns>
    public async Task<bool> FollowAsync(string folder, bool final, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (storage.Check() is not null)
        {
            // The folder is looked at again, and followed when that can be recorded.
            return false;
        }

        RememberFolders();
        if (await registry.ScanAsync(cause, cancellationToken) is not null)
        {
            return false;
        }

        var entry = EntryIn(folder);
        if (entry?.Failure is not null && !final)
        {
            return false;
        }

        await FollowScannedAsync(folder, entry, cause, cancellationToken);
        return true;
    }

    /// <summary>Does the same for every folder, as an administrator asks: also where hot reload is off, and with what is in the folders now.</summary>
    /// <returns>The reason why nothing was done; null when everything was followed.</returns>
    public async Task<Error?> FollowAllAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        if (storage.Check() is { } refusal)
        {
            return refusal;
        }

        RememberFolders();
        if (await registry.ScanAsync(cause, cancellationToken) is { } problem)
        {
            return problem;
        }

        var folders = registry.Plugins.Entries.Values.Select(entry => entry.Place).Union(_followed.Keys).Union(_unreadable.Keys).ToArray();
        await Task.WhenAll(folders.Select(folder => FollowScannedAsync(folder, EntryIn(folder), cause, cancellationToken)));
        return null;
    }

    private CatalogEntry? EntryIn(string folder) => registry.Plugins.Entries.Values.FirstOrDefault(entry => entry.Place == folder);

    private async Task FollowScannedAsync(string folder, CatalogEntry? entry, ChangeCause cause, CancellationToken cancellationToken)
    {
        foreach (var previous in PreviouslyIn(folder).Where(previous => previous.Record.Name != entry?.Name))
        {
            // What cannot be read does not say that it is another plugin: the version that came from there continues.
            var unreadable = entry is { Manifest: null } ? entry.Failure : null;
            await previous.EnqueueAsync(() => LeaveAsync(previous, unreadable, cause), cancellationToken);
        }

        RememberFolders();
        if (entry is not null)
        {
            var supervisor = registry.Plugins.Find(entry.Name)!;
            await supervisor.EnqueueAsync(() => FollowAsync(supervisor, entry, cause), cancellationToken);
            registry.Announce(supervisor);
        }
    }

    private void RememberFolders()
    {
        foreach (var entry in registry.Plugins.Entries.Values)
        {
            (entry.Manifest is null ? _unreadable : _followed)[entry.Place] = entry.Name;
        }
    }

    /// <summary>The plugins that came from a folder and are found nowhere any more.</summary>
    private PluginSupervisor[] PreviouslyIn(string folder) =>
    [
        .. registry.Plugins.All.Where(plugin => !registry.Plugins.Entries.ContainsKey(plugin.Record.Name)
            && (_followed.GetValueOrDefault(folder) == plugin.Record.Name
                || _unreadable.GetValueOrDefault(folder) == plugin.Record.Name
                || (plugin.Instance is { } instance && Path.GetDirectoryName(instance.Blueprint.Image.Path) == folder))),
    ];

    private async Task<Result> LeaveAsync(PluginSupervisor supervisor, Error? unreadable, ChangeCause cause)
    {
        // It may have come back while this operation waited.
        if (registry.Stopping.IsCancellationRequested || registry.Plugins.Entries.ContainsKey(supervisor.Record.Name))
        {
            return Result.Success;
        }

        var gone = cause with { Reason = LocalizedText.Of("cause.folder_gone") };
        return await supervisor.ApplyAsync(new LifecycleTrigger.FolderGone(unreadable, gone));
    }

    private async Task<Result> FollowAsync(PluginSupervisor supervisor, CatalogEntry entry, ChangeCause cause) =>
        registry.Stopping.IsCancellationRequested || !(cause.IsByAdministrator || Follows(supervisor, entry))
            ? Result.Success
            : await supervisor.ApplyAsync(new LifecycleTrigger.FolderChanged(await supervisor.ReadFolderAsync(entry), cause));

    /// <summary>Whether changes on disk concern a plugin: the host's setting, unless the present version says otherwise.</summary>
    private bool Follows(PluginSupervisor supervisor, CatalogEntry entry)
    {
        var own = supervisor.Instance?.Blueprint.Manifest.HotReload.Enabled;
        return own ?? (_hotReload.Enabled && entry.Manifest?.HotReload.Enabled != false);
    }
}
