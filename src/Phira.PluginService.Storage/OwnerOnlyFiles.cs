namespace Phira.PluginService.Storage;

/// <summary>Creates files and directories that only the service's account can read.</summary>
internal static class OwnerOnlyFiles
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>Creates a directory; one that exists keeps the rights its owner chose.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, DirectoryMode);
        }
    }

    /// <summary>
    /// Creates an empty file, or takes the rights of others away from one that exists. SQLite gives the files beside a database the rights of the
    /// database, so that those follow.
    /// </summary>
    public static void CreateOrRestrict(string path)
    {
        Open(path, FileShare.ReadWrite).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, FileMode);
        }
    }

    /// <summary>Opens a file that no other process can open in this way until the stream is disposed, however the process ends.</summary>
    public static FileStream OpenExclusively(string path) => Open(path, FileShare.None);

    /// <summary>Writes a file, in place of one that exists.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = Open(path, FileShare.None);
        file.SetLength(0);
        file.Write(bytes);
    }

    /// <summary>Whether an exception of <see cref="OpenExclusively"/> means that another process was first.</summary>
    public static bool IsHeldByAnother(Exception exception)
    {
        // ERROR_SHARING_VIOLATION; EWOULDBLOCK, which is 11 on Linux and 35 on macOS.
        const int windowsSharingViolation = unchecked((int)0x80070020);
        return exception is IOException && exception.HResult is windowsSharingViolation or 11 or 35;
    }

    private static FileStream Open(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode;
        }

        return new FileStream(path, options);
    }
}
