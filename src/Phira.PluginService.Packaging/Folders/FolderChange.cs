using System.Text.Json;
using Phira.PluginService.Packaging.Archive;

namespace Phira.PluginService.Packaging.Folders;

/// <summary>
/// Replaces one plugin's folder so that, whenever the process ends, either the previous or the new folder is there whole. What is to come is
/// prepared in a place of its own on the same file system. Until <see cref="Commit"/>, what was there before comes back: by
/// <see cref="Undo"/>, or at the next start by <see cref="Recover"/>. A step that the file system refuses puts everything back and throws.
/// </summary>
internal sealed class FolderChange : IDisposable
{
    /// <summary>The folder of the plugins directory that holds unfinished changes. The catalog does not look at it.</summary>
    public const string StagingFolder = ".staging";

    private const string NoteName = "change.json";

    private readonly string _plugins;
    private readonly string _place;

    private FolderChange(string plugins, string place) => (_plugins, _place) = (plugins, place);

    /// <summary>Path of the new folder; made by the caller.</summary>
    public string New => Path.Combine(_place, "new");

    private string Old => Path.Combine(_place, "old");

    private string Replaced => Path.Combine(_place, "replaced");

    private string Note => Path.Combine(_place, NoteName);

    /// <summary>Begins a change.</summary>
    public static FolderChange Begin(string plugins)
    {
        var place = Path.Combine(plugins, StagingFolder, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(place);
        return new FolderChange(plugins, place);
    }

    /// <summary>Cleans up what a process left that ended in the middle of changes: uncommitted ones are undone.</summary>
    /// <returns>The exceptions of the file system, one for each change that is left for the next time.</returns>
    public static IReadOnlyList<Exception> Recover(string plugins)
    {
        var staging = new DirectoryInfo(Path.Combine(plugins, StagingFolder));
        var refused = new List<Exception>();
        if (!staging.Exists)
        {
            return refused;
        }

        foreach (var place in staging.EnumerateDirectories())
        {
            try
            {
                if (ReadNote(Path.Combine(place.FullName, NoteName)) is { } note)
                {
                    new FolderChange(plugins, place.FullName).TakeBack(note);
                }

                FolderTree.Remove(place.FullName);
            }
            catch (Exception exception) when (DiskFailure.Is(exception))
            {
                refused.Add(exception);
            }
        }

        return refused;
    }

    /// <summary>Puts the new folder into place. The previous one is kept aside.</summary>
    /// <param name="replaced">Name of the file in the plugins directory that the folder takes the place of; null when there is none.</param>
    public void Apply(string folder, string? replaced = null) => DoOrUndo(() =>
    {
        var target = Path.Combine(_plugins, folder);
        FolderTree.Flush(New);
        WriteNote(new ChangeNote(folder, FolderTree.TryHash(New, PackageLimits.None), !Exists(target)) { Replaced = replaced });
        if (replaced is not null)
        {
            Move(Path.Combine(_plugins, replaced), Replaced);
        }

        if (!Exists(target))
        {
            Directory.Move(New, target);
        }
        else if (UnixFolders.TryExchange(New, target))
        {
            Directory.Move(New, Old);
        }
        else
        {
            Directory.Move(target, Old);
            Directory.Move(New, target);
        }

        UnixFolders.Flush(_plugins);
    });

    /// <summary>Takes a folder or a file away.</summary>
    public void TakeAway(string name) => DoOrUndo(() =>
    {
        WriteNote(new ChangeNote(name, null, Fresh: false));
        Move(Path.Combine(_plugins, name), Old);
        UnixFolders.Flush(_plugins);
    });

    /// <summary>Commits the change.</summary>
    public void Commit() => DoOrUndo(() =>
    {
        File.Delete(Note);
        UnixFolders.Flush(_place);
    });

    /// <summary>Puts things back as they were. What the file system refuses is tried again at the next start.</summary>
    public bool Undo()
    {
        try
        {
            if (ReadNote(Note) is { } note)
            {
                TakeBack(note);
                if (note.Fresh)
                {
                    FolderTree.Remove(Path.Combine(_plugins, note.Folder));
                }

                UnixFolders.Flush(_plugins);
                File.Delete(Note);
            }

            return true;
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return false;
        }
    }

    /// <summary>
    /// Removes what is left of the change. What is not committed by then is undone at the next start; so is what cannot be removed now: it
    /// lies where nobody looks for plugins.
    /// </summary>
    public void Dispose()
    {
        if (!File.Exists(Note))
        {
            FolderTree.TryRemove(_place);
        }
    }

    private void DoOrUndo(Action step)
    {
        try
        {
            step();
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            Undo();
            throw;
        }
    }

    private static bool Exists(string path) => Path.Exists(path) || new DirectoryInfo(path).LinkTarget is not null;

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
        {
            // Only so is it one step: without overwriting, the class library makes a second link, or even a copy, first.
            File.Move(from, to, overwrite: true);
        }
        else
        {
            Directory.Move(from, to);
        }
    }

    private static ChangeNote? ReadNote(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ChangeNote>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            // It was not written to its end, so nothing was moved yet.
            return null;
        }
    }

    private void WriteNote(ChangeNote note)
    {
        using (var file = new FileStream(Note, FileMode.CreateNew, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, note);
            file.Flush(flushToDisk: true);
        }

        UnixFolders.Flush(_place);
    }

    private void TakeBack(ChangeNote note)
    {
        var target = Path.Combine(_plugins, note.Folder);

        // Between an exchange and the next step the previous folder lies where the new one lay.
        var previous = Exists(Old) ? Old
            : !note.Fresh && Exists(New) && note.NewHash is not null && FolderTree.TryHash(target, PackageLimits.None) == note.NewHash ? New
            : null;
        if (previous is not null)
        {
            Refuse(target);
            Move(previous, target);
        }

        if (note.Replaced is not null && Exists(Replaced))
        {
            if (note.Fresh && FolderTree.TryHash(target, PackageLimits.None) == note.NewHash)
            {
                Refuse(target);
            }

            Move(Replaced, Path.Combine(_plugins, note.Replaced));
        }
    }

    private void Refuse(string target)
    {
        if (Exists(target))
        {
            Move(target, Path.Combine(_place, "refused"));
        }
    }
}
