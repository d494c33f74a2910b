namespace Phira.PluginService.Core.Storage;

/// <summary>
/// Creates files and directories that only the service's account can read. Some file systems keep no rights, or refuse to change them (CIFS,
/// exFAT): that is no reason not to work on them, so code that relies on the rights asks <see cref="IsOpenToOthers(string)"/>.
/// </summary>
public static class OwnerOnlyFiles
{
    private const UnixFileMode FileRights = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryRights = FileRights | UnixFileMode.UserExecute;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Creates a directory; one that exists keeps the rights its owner chose.</summary>
    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            // A directory below the user's data inherits the user's access list.
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, DirectoryRights);
        }
    }

    /// <summary>Creates a directory, or takes the rights of others away from one that exists.</summary>
    /// <returns>False when the file system, or the owner of the directory, refused that.</returns>
    public static bool TryCreateOrRestrictDirectory(string path)
    {
        CreateDirectory(path);
        return TryRestrict(path, DirectoryRights);
    }

    /// <summary>
    /// Creates an empty file, or takes the rights of others away from one that exists. SQLite gives the files beside a database the rights of the
    /// database, so that those follow.
    /// </summary>
    /// <returns>False when the file system, or the owner of the file, refused that.</returns>
    public static bool TryCreateOrRestrict(string path)
    {
        Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        return TryRestrict(path, FileRights);
    }

    /// <summary>Writes a file, in place of one that exists.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = Open(path, FileMode.Create, FileAccess.Write, FileShare.None);
        file.Write(bytes);
    }

    /// <summary>Opens a file; one that is created gets the rights of its owner alone.</summary>
    /// <param name="mode">Whether the file must, may or must not exist.</param>
    /// <param name="share">Access that other openers of the file have meanwhile.</param>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileRights;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whether the rights of a file or directory let other accounts in. Never on Windows, where the user's access list decides.</summary>
    /// <param name="path">The file or directory.</param>
    public static bool IsOpenToOthers(string path) => IsOpenToOthers(path, Others);

    /// <summary>Whether the rights of a file or directory let other accounts write. Never on Windows.</summary>
    /// <param name="path">The file or directory.</param>
    public static bool IsWritableByOthers(string path) => IsOpenToOthers(path, UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);

    private static bool IsOpenToOthers(string path, UnixFileMode rights) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & rights) != UnixFileMode.None;

    private static bool TryRestrict(string path, UnixFileMode rights)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        try
        {
            File.SetUnixFileMode(path, rights);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
