using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;

namespace Phira.PluginService.Packaging.Folders;

/// <summary>Lists, compares, copies and removes whole folders. Links inside of them are neither followed nor copied.</summary>
internal static class FolderTree
{
    private const int BufferBytes = 64 * 1024;
    private static readonly LocalizedText TooMany = LocalizedText.Of("folder.too_many_files");
    private static readonly LocalizedText TooLarge = LocalizedText.Of("folder.too_large");
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        RecurseSubdirectories = true,
    };

    /// <summary>Lists the files of a folder, ordered by path.</summary>
    /// <param name="limits">The limits on its content.</param>
    public static Result<List<TreeFile>> List(string folder, PackageLimits limits)
    {
        var files = new List<TreeFile>();
        long total = 0;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", Everything))
        {
            files.Add(new TreeFile(Path.GetRelativePath(folder, file.FullName).Replace('\\', '/'), file.Length));
            total += file.Length;
            if (files.Count > limits.Entries)
            {
                return NotKept(folder, TooMany);
            }

            if (total > limits.TotalBytes)
            {
                return NotKept(folder, TooLarge);
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return files;
    }

    /// <summary>A hash of all paths and contents: two folders with the same one are the same.</summary>
    public static string HashOf(string folder, IEnumerable<TreeFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var file in files)
        {
            var path = Encoding.UTF8.GetBytes(file.Path);
            BinaryPrimitives.WriteInt32LittleEndian(length, path.Length);
            hash.AppendData(length);
            hash.AppendData(path);
            using var stream = File.OpenRead(Path.Combine(folder, file.Path));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>A hash of a folder; null when it cannot be read or holds too much.</summary>
    /// <param name="limits">The limits on its content.</param>
    public static string? TryHash(string folder, PackageLimits limits)
    {
        try
        {
            return List(folder, limits) is { IsSuccess: true } files ? HashOf(folder, files.Value) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Copies a folder, and waits until the disk has the copy.</summary>
    /// <param name="target">The folder of the copy; made when needed.</param>
    public static void Copy(string folder, IEnumerable<TreeFile> files, string target)
    {
        var folders = new HashSet<string> { target };
        Directory.CreateDirectory(target);
        foreach (var file in files)
        {
            var copy = Path.Combine(target, file.Path);
            var parent = Path.GetDirectoryName(copy)!;
            if (folders.Add(parent))
            {
                Directory.CreateDirectory(parent);
            }

            using var source = File.OpenRead(Path.Combine(folder, file.Path));
            using var output = new FileStream(copy, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
            source.CopyTo(output);
            output.Flush(flushToDisk: true);
        }

        foreach (var made in folders)
        {
            UnixFolders.Flush(made);
        }
    }

    /// <summary>Waits until the disk has a folder with everything in it.</summary>
    public static void Flush(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Everything))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        foreach (var inner in Directory.EnumerateDirectories(folder, "*", Everything))
        {
            UnixFolders.Flush(inner);
        }

        UnixFolders.Flush(folder);
    }

    /// <summary>Removes a folder with everything in it; of a link, only the link.</summary>
    public static void Remove(string folder)
    {
        if (File.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            File.Delete(folder);
        }
        else if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes a folder as far as the file system lets it.</summary>
    public static bool TryRemove(string folder)
    {
        try
        {
            Remove(folder);
            return true;
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return false;
        }
    }

    private static Error NotKept(string folder, LocalizedText reason) => new(PackageErrors.NotKept, folder, reason)
    {
        Location = new(folder),
    };
}
