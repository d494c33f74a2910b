using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Errors;

namespace Phira.PluginService.Hosting;

/// <summary>The one directory that the service writes to; only its own account may look inside.</summary>
internal sealed class DataDirectory(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes sure that the directory exists.</summary>
    /// <exception cref="StartupException">It cannot be created.</exception>
    public void Create()
    {
        try
        {
            OwnerOnlyFiles.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }

    /// <summary>Opens a file that only the service's own account may read, replacing what was there.</summary>
    /// <param name="mode">Whether the file may exist.</param>
    public FileStream OpenPrivate(string name, FileMode mode) => OwnerOnlyFiles.Open(File(name), mode, FileAccess.Write, FileShare.None);

    public StartupException Unusable(Exception exception) =>
        new(new Error(StartupErrors.DataDirectoryUnusable, Path, exception.Message), exception);
}
