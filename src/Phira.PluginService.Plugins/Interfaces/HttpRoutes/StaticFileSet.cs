using System.Collections.Frozen;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Packaging.Folders;

namespace Phira.PluginService.Plugins.Interfaces.HttpRoutes;

/// <summary>
/// The files that one instance's version brings along, copied when it was made: a change of the folder is not seen before the plugin is reloaded, and only
/// what was listed then can be asked for. The copies are removed when the instance has ended and another one, or none, is published. Safe for several threads.
/// </summary>
internal sealed class StaticFileSet(string folder, FrozenDictionary<string, StaticFile> files)
{
    private readonly Lock _lock = new();
    private bool _isPublished;
    private bool _hasEnded;

    /// <summary>No files.</summary>
    public static StaticFileSet Empty => new("", FrozenDictionary<string, StaticFile>.Empty);

    public bool Exists(string path) => files.ContainsKey(path);

    /// <summary>Opens a file.</summary>
    /// <returns>The file; null when there is none, or not any more.</returns>
    public PluginFile? Open(string path)
    {
        if (!files.TryGetValue(path, out var file))
        {
            return null;
        }

        try
        {
            var content = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return new PluginFile(Path.GetFileName(path), content, file.Tag, file.ModifiedAt);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Publish()
    {
        lock (_lock)
        {
            _isPublished = true;
        }
    }

    public void Withdraw()
    {
        lock (_lock)
        {
            _isPublished = false;
        }

        RemoveUnused();
    }

    /// <summary>Closes the files of an instance that has ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            _hasEnded = true;
        }

        RemoveUnused();
    }

    private void RemoveUnused()
    {
        bool isUnused;
        lock (_lock)
        {
            isUnused = _hasEnded && !_isPublished;
        }

        if (isUnused && files.Count > 0)
        {
            FolderTree.TryRemove(folder);
        }
    }
}
