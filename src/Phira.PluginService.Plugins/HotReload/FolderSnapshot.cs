using System.Collections.Immutable;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Json;

namespace Phira.PluginService.Plugins.HotReload;

/// <summary>
/// The state of a plugin's folder: the files that a plugin can be made of. Of a packed plugin it is that one file. Two snapshots are
/// equal when nothing has changed between them, as far as they tell.
/// </summary>
/// <param name="Stamp">Names, sizes and times; null when there is no such folder.</param>
/// <param name="Content">Hash of the content of the files; null when they were not read.</param>
internal sealed record FolderSnapshot(string? Stamp, string? Content = null)
{
    // A folder may hold anything. What lies behind the first so many files is not looked at.
    private const int MaximumFiles = 256;

    private static readonly long PackageBytes = new PackageLimits().PackageBytes;

    /// <summary>The folder is not there.</summary>
    public static FolderSnapshot Absent { get; } = new((string?)null);

    /// <summary>The folder cannot be looked at, permanently or while its files come and go.</summary>
    public static FolderSnapshot Unreadable { get; } = new("?");

    /// <summary>Looks at a folder. Never throws for anything on disk.</summary>
    /// <param name="read">Whether to read the files, too: two writes of the same size within one tick of the file system's clock differ in nothing
    /// else.</param>
    public static FolderSnapshot Take(string folder, bool read)
    {
        try
        {
            var isPacked = File.Exists(folder);
            var place = isPacked ? Path.GetDirectoryName(folder)! : folder;
            var files = (isPacked ? [new FileInfo(folder)] : new DirectoryInfo(folder).EnumerateFiles())
                .Where(file => file.Name[0] != '.')
                .Take(MaximumFiles)
                .Select(Final)
                .Where(file => isPacked ? file.Length <= PackageBytes : file.IsPart)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .ToImmutableArray();
            var stamp = string.Join('\n', files.Select(file => $"{file.Name}/{file.Length}/{file.WrittenAt}"));
            return new FolderSnapshot(stamp, read ? Hash(place, files) : null);
        }
        catch (Exception exception) when (exception is DirectoryNotFoundException or FileNotFoundException)
        {
            return Absent;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SecurityException)
        {
            return Unreadable;
        }
    }

    /// <summary>Whether two pictures show the same names, sizes and times.</summary>
    public bool LooksLike(FolderSnapshot other) => Stamp == other.Stamp;

    private static FileLook Final(FileInfo file)
    {
        // A link stays as old as it is when what it leads to changes.
        var final = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return new FileLook(file.Name, final.Exists ? final.Length : -1, final.Exists ? final.LastWriteTimeUtc.Ticks : 0);
    }

    private static string Hash(string folder, ImmutableArray<FileLook> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files.Where(file => file.Length > 0))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file.Name));
            using var stream = new FileStream(
                Path.Combine(folder, file.Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private readonly record struct FileLook(string Name, long Length, long WrittenAt)
    {
        /// <summary>Components, and texts small enough to be a manifest or a schema.</summary>
        public bool IsPart => Length <= StrictJson.MaximumBytes
            || (Path.GetExtension(Name).Equals(".wasm", StringComparison.OrdinalIgnoreCase) && Length <= ComponentFile.MaximumBytes);
    }
}
