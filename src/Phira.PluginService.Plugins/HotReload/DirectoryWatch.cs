using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>
/// Looks through the plugins directory and has every folder taken over that has changed and has stopped changing. Each folder waits and
/// is worked on by itself, so that one that never gets ready, or takes long, holds up nobody. Not for several threads.
/// </summary>
/// <param name="take">
/// Takes a folder over. Answers false when it is not complete and could not be; the second argument says that it will not get better, so
/// that it must be taken as it is. Does not throw.
/// </param>
internal sealed class DirectoryWatch(
    PluginCatalog catalog, HotReloadOptions options, TimeProvider timeProvider, Func<string, bool, Task<bool>> take)
{
    // Slow copies pause, but nobody waits long for one that was broken off.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly long _beginning = timeProvider.GetTimestamp();
    private readonly Dictionary<string, FolderWatch> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<bool>> _working = new(StringComparer.Ordinal);

    /// <summary>Takes note of the folders that are there already and need no action.</summary>
    public void Begin()
    {
        foreach (var folder in catalog.ListFolders() ?? [])
        {
            _folders[folder] = new FolderWatch(FolderSnapshot.Take(folder, read: false), options.DebounceDelay, Patience);
        }
    }

    /// <summary>Looks through the directory once.</summary>
    /// <returns>Whether something has changed lately, so that the next look should be soon.</returns>
    public async Task<bool> LookAsync()
    {
        // A directory that cannot be listed is no reason to unload everything: it may be a file system that is away for a moment.
        if (catalog.ListFolders() is not { } present)
        {
            return false;
        }

        foreach (var folder in present)
        {
            _folders.TryAdd(folder, new FolderWatch(FolderSnapshot.Absent, options.DebounceDelay, Patience));
        }

        var soon = false;
        foreach (var (folder, watch) in _folders.ToArray())
        {
            soon |= await LookAsync(folder, watch);
            if (watch.IsGone)
            {
                _folders.Remove(folder);
            }
        }

        return soon;
    }

    private async Task<bool> LookAsync(string folder, FolderWatch watch)
    {
        if (_working.TryGetValue(folder, out var work))
        {
            if (!work.IsCompleted)
            {
                return false;
            }

            // What changed meanwhile differs from what was seen before, and is found below.
            _working.Remove(folder);
            if (await work)
            {
                watch.Accept();
            }
            else
            {
                watch.Postpone();
            }
        }

        var picture = FolderSnapshot.Take(folder, read: false);
        if (watch.NeedsContent(picture))
        {
            picture = FolderSnapshot.Take(folder, read: true);
        }

        var step = watch.Look(picture, timeProvider.GetElapsedTime(_beginning));
        if (step is FolderStep.Try or FolderStep.Decide)
        {
            _working[folder] = take(folder, step == FolderStep.Decide);
        }

        return step != FolderStep.None;
    }
}
