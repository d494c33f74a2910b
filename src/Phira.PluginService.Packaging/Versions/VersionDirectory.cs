using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;

namespace Phira.PluginService.Packaging.Versions;

/// <summary>
/// The versions of plugins on the disk: <c>name/id/files</c> with <c>name/id/version.json</c> beside it. A version appears whole, by a
/// rename, and disappears in the same way. Used by one caller at a time for each plugin.
/// </summary>
/// <param name="limits">The limits on the size of a version.</param>
internal sealed class VersionDirectory(string root, int count, PackageLimits limits, TimeProvider timeProvider)
{
    private const string FilesFolder = "files";
    private const string NoteName = "version.json";
    private const string StagingFolder = ".staging";
    private const string IdFormat = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int HashCharacters = 8;

    private static readonly LocalizedText Changed = LocalizedText.Of("folder.changing");

    /// <summary>Path of unfinished work.</summary>
    public string Staging => Path.Combine(root, StagingFolder);

    /// <summary>Removes what a process left that ended in the middle of its work.</summary>
    public void Recover() => FolderTree.Remove(Staging);

    /// <summary>Lists the versions of a plugin, newest first.</summary>
    public List<KeptVersion> List(PluginName plugin)
    {
        var folder = new DirectoryInfo(Path.Combine(root, plugin.Value));
        return folder.Exists
            ? [.. folder.EnumerateDirectories().Select(Read).OfType<KeptVersion>()
                .OrderByDescending(version => version.KeptAt).ThenByDescending(version => version.Id, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Returns the folder with the files of a version.</summary>
    public string FilesOf(PluginName plugin, KeptVersion version) => Path.Combine(root, plugin.Value, version.Id, FilesFolder);

    /// <summary>Keeps a folder as a version, unless the same is kept already.</summary>
    public Result<KeptVersion> Keep(PluginName plugin, VersionOrigin origin)
    {
        var files = FolderTree.List(origin.Folder, limits);
        if (!files.IsSuccess)
        {
            return files.Error;
        }

        var content = FolderTree.HashOf(origin.Folder, files.Value);
        var versions = List(plugin);
        if (versions.Find(version => version.Content == content) is { } known)
        {
            return Renew(plugin, known, versions[0].Id == known.Id, origin);
        }

        var now = timeProvider.GetUtcNow();
        var place = Path.Combine(Staging, Guid.NewGuid().ToString("n"));
        var copy = Path.Combine(place, FilesFolder);
        try
        {
            FolderTree.Copy(origin.Folder, files.Value, copy);
            var kept = new KeptVersion(
                $"{now.UtcDateTime.ToString(IdFormat, CultureInfo.InvariantCulture)}-{content[..HashCharacters]}",
                origin.Version,
                HashOfComponent(copy, origin),
                content,
                files.Value.Sum(file => file.Bytes),
                now,
                origin.InstalledBy,
                origin.Runs);

            // What was copied must be what was looked at: somebody may be writing into the folder.
            if (FolderTree.TryHash(copy, limits) != content || (origin.ExpectedSha256 ?? kept.Sha256) != kept.Sha256)
            {
                return new Error(PackageErrors.NotKept, origin.Folder, Changed);
            }

            Write(Path.Combine(place, NoteName), kept);
            Directory.CreateDirectory(Path.Combine(root, plugin.Value));
            Directory.Move(place, Path.Combine(root, plugin.Value, kept.Id));
            UnixFolders.Flush(Path.Combine(root, plugin.Value));
            Trim(plugin);
            return kept;
        }
        finally
        {
            FolderTree.TryRemove(place);
        }
    }

    /// <summary>Removes a version.</summary>
    public void Remove(PluginName plugin, KeptVersion version)
    {
        Directory.CreateDirectory(Staging);
        var place = Path.Combine(Staging, Guid.NewGuid().ToString("n"));
        Directory.Move(Path.Combine(root, plugin.Value, version.Id), place);
        FolderTree.TryRemove(place);
    }

    /// <summary>Copies a version to where it can be activated from.</summary>
    public Result CopyOut(PluginName plugin, KeptVersion version, string target)
    {
        var folder = FilesOf(plugin, version);
        var files = FolderTree.List(folder, limits);
        if (files.IsSuccess)
        {
            FolderTree.Copy(folder, files.Value, target);
        }

        return files.Error is { } error ? error
            : FolderTree.TryHash(target, limits) == version.Content ? Result.Success
            : new Error(PackageErrors.VersionNotFound, plugin.Value, version.Id);
    }

    private static string HashOfComponent(string copy, VersionOrigin origin)
    {
        var path = origin.Component is null ? null : Path.Combine(copy, Path.GetFileName(origin.Component));
        return File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : "";
    }

    private static KeptVersion? Read(DirectoryInfo folder)
    {
        try
        {
            var version = JsonSerializer.Deserialize<KeptVersion>(File.ReadAllBytes(Path.Combine(folder.FullName, NoteName)));
            return version?.Id == folder.Name ? version : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static void Write(string path, KeptVersion version)
    {
        var temporary = path + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, version);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        UnixFolders.Flush(Path.GetDirectoryName(path)!);
    }

    private KeptVersion Renew(PluginName plugin, KeptVersion known, bool isNewest, VersionOrigin origin)
    {
        if (isNewest && (known.Ran || !origin.Runs))
        {
            return known;
        }

        var renewed = known with { KeptAt = timeProvider.GetUtcNow(), Ran = known.Ran || origin.Runs };
        Write(Path.Combine(root, plugin.Value, known.Id, NoteName), renewed);
        return renewed;
    }

    private void Trim(PluginName plugin)
    {
        foreach (var version in List(plugin).Skip(count))
        {
            try
            {
                Remove(plugin, version);
            }
            catch (Exception exception) when (DiskFailure.Is(exception))
            {
                // One version too many is no reason to refuse the next one, which is kept by now.
            }
        }
    }
}
