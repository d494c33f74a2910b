using System.Runtime.InteropServices;

namespace Phira.PluginService.Packaging.Folders;

/// <summary>Operations of Unix on folders that the class library does not offer.</summary>
internal static partial class UnixFolders
{
    private const string Library = "libc";
    private const int CurrentFolder = -100;
    private const uint Exchange = 2;

    /// <summary>Exchanges two folders in one step: at no moment is either of them missing.</summary>
    /// <returns>Whether the exchange was done; not every file system can.</returns>
    public static bool TryExchange(string first, string second)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        try
        {
            return Rename(CurrentFolder, first, CurrentFolder, second, Exchange) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Waits until the disk has the names in a folder. Does nothing where that cannot be asked for.</summary>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows() || Open(folder, 0) is not (>= 0 and var handle))
        {
            return;
        }

        _ = Synchronise(handle);
        _ = Close(handle);
    }

    [LibraryImport(Library, EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Rename(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "fsync")]
    private static partial int Synchronise(int handle);

    [LibraryImport(Library, EntryPoint = "close")]
    private static partial int Close(int handle);
}
