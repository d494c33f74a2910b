using System.Text.Json;
using Phira.PluginService.Plugins.Packages.Archive;

namespace Phira.PluginService.Plugins.Packages.Disk;

/// <summary>
/// Replaces one plugin's folder so that, whenever the process ends, either the former or the new folder is there whole. What is to come is
/// prepared in a place of its own on the same file system. Until <see cref="Commit"/>, what was there before comes back: by
/// <see cref="Undo"/>, or at the next start by <see cref="Recover"/>.
/// </summary>
internal sealed class FolderChange : IDisposable
{
    /// <summary>The folder of the plugins directory that holds unfinished changes. The catalog does not look at it.</summary>
    public const string StagingFolder = ".staging";

    private const string NoteName = "change.json";

    private readonly string _plugins;
    private readonly string _place;

    private FolderChange(string plugins, string place) => (_plugins, _place) = (plugins, place);

    /// <summary>Where to put what is to come; made by the caller.</summary>
    public string New => Path.Combine(_place, "new");

    private string Old => Path.Combine(_place, "old");

    private string Note => Path.Combine(_place, NoteName);

    /// <summary>Begins a change.</summary>
    /// <param name="plugins">The plugins directory.</param>
    public static FolderChange Begin(string plugins)
    {
        var place = Path.Combine(plugins, StagingFolder, Guid.NewGuid().ToString("n"));
        Directory.CreateDirectory(place);
        return new FolderChange(plugins, place);
    }

    /// <summary>Cleans up what a process left that ended in the middle of changes: uncommitted ones are undone.</summary>
    /// <param name="plugins">The plugins directory.</param>
    public static void Recover(string plugins)
    {
        var staging = new DirectoryInfo(Path.Combine(plugins, StagingFolder));
        if (!staging.Exists)
        {
            return;
        }

        foreach (var place in staging.EnumerateDirectories())
        {
            if (ReadNote(Path.Combine(place.FullName, NoteName)) is { } note)
            {
                new FolderChange(plugins, place.FullName).TakeBack(note);
            }

            FolderTree.Remove(place.FullName);
        }
    }

    /// <summary>Puts the new folder into place. The former one is kept aside.</summary>
    /// <param name="folder">Name of the plugin's folder in the plugins directory.</param>
    public void Apply(string folder)
    {
        var target = Path.Combine(_plugins, folder);
        FolderTree.Flush(New);
        WriteNote(new ChangeNote(folder, FolderTree.TryHash(New, PackageLimits.None), !Exists(target)));
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
    }

    /// <summary>Takes the plugin's folder away.</summary>
    /// <param name="folder">Name of the plugin's folder in the plugins directory.</param>
    public void TakeAway(string folder)
    {
        WriteNote(new ChangeNote(folder, null, Fresh: false));
        Directory.Move(Path.Combine(_plugins, folder), Old);
        UnixFolders.Flush(_plugins);
    }

    /// <summary>From now on the change stands.</summary>
    public void Commit()
    {
        File.Delete(Note);
        UnixFolders.Flush(_place);
    }

    /// <summary>Puts things back as they were.</summary>
    public void Undo()
    {
        if (ReadNote(Note) is { } note)
        {
            TakeBack(note);
            if (note.Fresh)
            {
                FolderTree.Remove(Path.Combine(_plugins, note.Folder));
            }

            UnixFolders.Flush(_plugins);
            Commit();
        }
    }

    /// <summary>Removes what is left of the change. What is not committed by then is undone at the next start.</summary>
    public void Dispose()
    {
        if (!File.Exists(Note))
        {
            FolderTree.Remove(_place);
        }
    }

    private static bool Exists(string path) => Directory.Exists(path) || new DirectoryInfo(path).LinkTarget is not null;

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

        // Between an exchange and the next step the former folder lies where the new one lay.
        var former = Exists(Old) ? Old
            : !note.Fresh && Exists(New) && note.NewHash is not null && FolderTree.TryHash(target, PackageLimits.None) == note.NewHash ? New
            : null;
        if (former is null)
        {
            return;
        }

        if (Exists(target))
        {
            Directory.Move(target, Path.Combine(_place, "refused"));
        }

        Directory.Move(former, target);
    }
}
