using System.Collections.Immutable;
using System.IO.Compression;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest.Model;

namespace Phira.PluginService.Packaging.Archive;

/// <summary>
/// Unpacks a package into an empty folder. Sizes are counted while bytes come out; nothing that an archive claims is relied upon. What is
/// sound is unpacked even where something else is wrong, so that everything that is wrong can be told at once.
/// </summary>
internal sealed class PackageUnpacker
{
    private const ushort Stored = 0;
    private const ushort Deflated = 8;
    private const int FileTypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Directory = 0x4000;
    private const uint ReparsePoint = 0x400;
    private const int UnixShift = 16;
    private const int BufferBytes = 64 * 1024;

    private static readonly HashSet<string> ReadExtensions = new([".toml", ".wasm", ".json"], StringComparer.OrdinalIgnoreCase);

    private readonly SafeFileHandle _file;
    private readonly string _folder;
    private readonly PackageLimits _limits;
    private readonly List<Error> _problems = [];
    private readonly List<(ZipEntry Entry, LocalizedText Reason)> _odd = [];
    private readonly Dictionary<string, ZipEntry> _taken = [];
    private readonly ImmutableArray<PackageFile>.Builder _files = ImmutableArray.CreateBuilder<PackageFile>();
    private long _total;

    private PackageUnpacker(SafeFileHandle file, string folder, PackageLimits limits) =>
        (_file, _folder, _limits) = (file, folder, limits);

    /// <summary>Unpacks a package.</summary>
    /// <param name="folder">An empty folder that belongs to the service.</param>
    /// <param name="limits">The limits on its size.</param>
    public static PackageTree Unpack(string package, string folder, PackageLimits limits, CancellationToken cancellationToken)
    {
        using var file = File.OpenHandle(package);
        return new PackageUnpacker(file, folder, limits).Run(cancellationToken);
    }

    private PackageTree Run(CancellationToken cancellationToken)
    {
        var directory = ZipDirectory.Read(_file, RandomAccess.GetLength(_file), _limits.Entries, _problems);
        if (!directory.IsSuccess)
        {
            return new([], [directory.Error]);
        }

        var entries = directory.Value.Where(IsAccepted).ToList();
        var root = FindRoot(entries);
        var leftOut = LeaveOut(root);
        foreach (var entry in entries.Where(entry => !IsForeign(entry)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Unpack(entry, root ?? ""))
            {
                break;
            }
        }

        if (root is null)
        {
            _problems.Add(new Error(PackageErrors.NoRoot));
        }

        return new(_files.ToImmutable(), [.. _problems]) { LeftOut = leftOut };
    }

    /// <summary>
    /// Of the entries with names that not every system can have, those that the host reads are problems. The others are of no use to it: it
    /// leaves them out.
    /// </summary>
    private ImmutableArray<Error> LeaveOut(string? root)
    {
        var own = _odd.ToLookup(odd => IsRead(odd.Entry.Name ?? odd.Entry.Shown, root));
        _problems.AddRange(own[true].Select(odd => ArchiveReasons.OfEntry(PackageErrors.BadPath, odd.Entry.Shown, odd.Reason)));
        return
        [
            .. own[false]
                .Where(odd => !IsForeign(odd.Entry))
                .Select(odd => ArchiveReasons.OfEntry(PackageErrors.LeftOut, odd.Entry.Shown, odd.Reason)),
        ];
    }

    /// <summary>Whether the host reads a file: the manifest, components and schemas, directly in the plugin's folder.</summary>
    private static bool IsRead(string path, string? root)
    {
        var slashed = path.Replace('\\', '/');
        var name = slashed.TrimEnd(' ', '.').Split('/')[^1];
        var isInPlace = root is null
            ? slashed.Count(c => c == '/') <= 1
            : slashed.StartsWith(root, StringComparison.Ordinal) && !slashed[root.Length..].Contains('/', StringComparison.Ordinal);
        return isInPlace && ReadExtensions.Contains(Path.GetExtension(name));
    }

    /// <summary>Finds the root of the plugin's folder: the top, or the one top folder; null when there is no manifest in either place.</summary>
    private static string? FindRoot(List<ZipEntry> entries)
    {
        var own = entries.Where(entry => !IsForeign(entry)).Select(entry => entry.Name!).ToList();
        if (own.Contains(PluginManifest.FileName))
        {
            return "";
        }

        var manifest = own.Find(name => name.EndsWith("/" + PluginManifest.FileName, StringComparison.Ordinal) && name.Count(c => c == '/') == 1);
        var top = manifest?[..(manifest.IndexOf('/', StringComparison.Ordinal) + 1)];
        return top is not null && own.TrueForAll(name => name.StartsWith(top, StringComparison.Ordinal)) ? top : null;
    }

    // What macOS adds to every archive is no part of the plugin.
    private static bool IsForeign(ZipEntry entry) =>
        (entry.Name ?? entry.Shown) is var name
        && (name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1] == ".DS_Store");

    private bool IsAccepted(ZipEntry entry)
    {
        var path = entry.Name is null ? new PathProblem(ArchiveReasons.NotText, IsHostile: false) : EntryPath.Check(entry.Name, _limits);
        if (path is { IsHostile: false })
        {
            _odd.Add((entry, path.Reason));
            return false;
        }

        if (path is not null)
        {
            _problems.Add(ArchiveReasons.OfEntry(PackageErrors.BadPath, entry.Shown, path.Reason));
            return false;
        }

        if (FindProblem(entry) is { } problem)
        {
            _problems.Add(problem with { Location = new(entry.Shown) });
            return false;
        }

        Take(entry);
        return true;
    }

    private Error? FindProblem(ZipEntry entry)
    {
        if (IsSpecial(entry))
        {
            return new Error(PackageErrors.SpecialEntry, entry.Shown);
        }

        if (entry.IsEncrypted)
        {
            return new Error(PackageErrors.Encrypted, entry.Shown);
        }

        if (entry.Method is not (Stored or Deflated))
        {
            return new Error(PackageErrors.UnknownCompression, entry.Shown, $"{entry.Method}");
        }

        return FindCollision(entry) is { } other
            ? new Error(PackageErrors.DuplicatePath, entry.Shown, other.Shown)
            : null;
    }

    private static bool IsSpecial(ZipEntry entry)
    {
        var type = (int)(entry.Attributes >> UnixShift) & FileTypeMask;
        return (entry.Attributes & ReparsePoint) != 0
            || type is not (0 or RegularFile or Directory)
            || (type == Directory && !entry.IsDirectory)
            || (type == RegularFile && entry.IsDirectory)
            || (entry.IsDirectory && entry.Bytes > 0);
    }

    /// <summary>An entry before this one that is the same file, or a file where this one needs a folder.</summary>
    private ZipEntry? FindCollision(ZipEntry entry)
    {
        var key = EntryPath.KeyOf(entry.Name!);
        if (_taken.TryGetValue(key, out var same)
            && !(entry.IsDirectory && same.Name!.StartsWith(entry.Name!, StringComparison.Ordinal)))
        {
            return same;
        }

        // A folder that only shows in the paths of its files is taken under the first spelling, too.
        var text = entry.Name!.TrimEnd('/');
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            if (_taken.TryGetValue(EntryPath.KeyOf(text[..slash]), out var parent)
                && !parent.Name!.StartsWith(text[..(slash + 1)], StringComparison.Ordinal))
            {
                return parent;
            }
        }

        return null;
    }

    private void Take(ZipEntry entry)
    {
        _taken.TryAdd(EntryPath.KeyOf(entry.Name!), entry);
        var text = entry.Name!.TrimEnd('/');
        for (var slash = text.IndexOf('/', StringComparison.Ordinal); slash >= 0; slash = text.IndexOf('/', slash + 1))
        {
            _taken.TryAdd(EntryPath.KeyOf(text[..slash]), entry);
        }
    }

    /// <summary>Unpacks one entry.</summary>
    private bool Unpack(ZipEntry entry, string root)
    {
        var path = entry.Name![root.Length..];
        if (path.Length == 0)
        {
            return true;
        }

        var target = Path.Combine(_folder, path);
        if (entry.IsDirectory)
        {
            System.IO.Directory.CreateDirectory(target);
            return true;
        }

        if (entry.Bytes > _limits.FileBytes)
        {
            _problems.Add(new Error(PackageErrors.FileTooLarge, $"{_limits.FileBytes}") { Location = new(entry.Shown) });
            return true;
        }

        if (_total + entry.Bytes > _limits.TotalBytes)
        {
            _problems.Add(new Error(PackageErrors.UnpacksTooLarge, $"{_limits.TotalBytes}") { Location = new(entry.Shown) });
            return false;
        }

        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (File.Exists(target))
        {
            // Some file systems tell names apart less finely than is checked above: by their Unicode form, for instance.
            _problems.Add(new Error(PackageErrors.DuplicatePath, entry.Shown, entry.Shown) { Location = new(entry.Shown) });
            return true;
        }

        if (Inflate(entry, target) is { } problem)
        {
            _problems.Add(problem with { Location = new(entry.Shown) });
            File.Delete(target);
        }
        else
        {
            _files.Add(new PackageFile(path, entry.Bytes));
        }

        return true;
    }

    private Error? Inflate(ZipEntry entry, string target)
    {
        using var packed = new Slice(_file, entry.DataOffset, entry.PackedBytes);
        using var source = entry.Method == Stored ? (Stream)packed : new DeflateStream(packed, CompressionMode.Decompress);
        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[BufferBytes];
        var crc = new Crc32();
        long written = 0;
        try
        {
            while (source.Read(buffer) is var count and > 0)
            {
                written += count;
                _total += count;
                if (written > entry.Bytes)
                {
                    // More comes out than was claimed and allowed for: whatever follows is not looked at.
                    return Damaged(ArchiveReasons.WrongSize);
                }

                if (written > _limits.RatioFreeBytes && written > _limits.Ratio * entry.PackedBytes)
                {
                    return new Error(PackageErrors.RatioTooHigh, $"{_limits.Ratio}");
                }

                crc.Append(buffer.AsSpan(0, count));
                output.Write(buffer, 0, count);
            }
        }
        catch (InvalidDataException)
        {
            return Damaged(ArchiveReasons.CannotInflate);
        }

        if (written != entry.Bytes)
        {
            return Damaged(ArchiveReasons.WrongSize);
        }

        return crc.GetCurrentHashAsUInt32() == entry.Crc ? null : Damaged(ArchiveReasons.WrongCrc);

        Error Damaged(LocalizedText reason) =>
            ArchiveReasons.OfEntry(PackageErrors.DamagedEntry, entry.Shown, reason);
    }
}
