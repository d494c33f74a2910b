using System.Security;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Packaging.Text;

namespace Phira.PluginService.Packaging.Catalog;

/// <summary>Finds the plugins in a directory: one a folder or a packed plugin. Nothing that is on the disk makes it throw.</summary>
/// <param name="packed">Unpacks packed plugins; without it they are not looked at.</param>
/// <param name="gallery">The folder with plugins that can be installed, which is no plugin itself; null when there is none.</param>
internal sealed class PluginCatalog(string directory, HostVersions host, PackedPlugins? packed = null, string? gallery = null)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly string? _gallery = gallery is null ? null : Normalized(gallery);

    /// <summary>
    /// Scans the directory. Plain files that are neither packed plugins nor components, names that begin with <c>_</c> or <c>.</c>, and the gallery
    /// are not looked at.
    /// </summary>
    public CatalogScan Scan(CancellationToken cancellationToken)
    {
        var findings = new List<FolderFinding>();
        try
        {
            foreach (var folder in Folders())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Find(folder, cancellationToken) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            return new([], new Error(PluginFolderErrors.DirectoryMissing, directory) { Location = new(directory) });
        }
        catch (Exception exception) when (IsDisk(exception))
        {
            return new([], Unreadable(directory, exception));
        }

        return new(NameAssignment.Assign(findings));
    }

    /// <summary>The folders that a scan looks into, without looking into them.</summary>
    /// <returns>The paths; null when the directory cannot be listed.</returns>
    public IReadOnlyList<string>? ListFolders()
    {
        try
        {
            return [.. Folders().Select(folder => Path.Combine(directory, folder.Name))];
        }
        catch (Exception exception) when (IsDisk(exception))
        {
            return null;
        }
    }

    private IEnumerable<FileSystemInfo> Folders() =>
        new DirectoryInfo(directory)
            .EnumerateFileSystemInfos("*", Everything)
            .Where(entry => entry.Name[0] is not ('_' or '.') && !IsGallery(entry))
            .Where(entry => entry is DirectoryInfo || IsPacked(entry) || LooseComponent.Is(entry) || LeadsNowhere(entry))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    // A plugin that happens to have the gallery's name is a plugin.
    private bool IsGallery(FileSystemInfo entry) =>
        _gallery is not null
        && entry is DirectoryInfo
        && Normalized(entry.FullName) == _gallery
        && !File.Exists(Path.Combine(entry.FullName, PluginManifest.FileName));

    // A link whose target is gone may well have led to a plugin: it is reported, not passed over like a plain file.
    private static bool LeadsNowhere(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true)?.Exists != true;
        }
        catch (IOException)
        {
            // Links that form a cycle.
            return true;
        }
    }

    private FolderFinding? Find(FileSystemInfo entry, CancellationToken cancellationToken) =>
        IsPacked(entry) ? LookInto(entry, cancellationToken)
        : LooseComponent.Is(entry) ? LookAtLoose(entry)
        : Look(entry);

    /// <summary>
    /// Looks at a component without a folder. A file that is no component is reported as that first: a manifest would not make it one.
    /// </summary>
    private FolderFinding LookAtLoose(FileSystemInfo entry)
    {
        var file = Path.Combine(directory, entry.Name);
        var failure = ComponentFile.Check(file).Error ?? new Error(PluginFolderErrors.NeedsManifest, file) { Location = new(file) };
        return new(file, Path.GetFileNameWithoutExtension(entry.Name), new(null, null, failure)) { Package = file, IsLoose = true };
    }

    private FolderFinding? Look(FileSystemInfo entry) => Look(entry, Path.Combine(directory, entry.Name));

    private FolderFinding? Look(FileSystemInfo entry, string folder)
    {
        try
        {
            var files = Directory.GetFiles(folder, "*", Everything).Select(file => Path.GetFileName(file)).ToList();
            var reading = ManifestReader.Read(Path.Combine(folder, PluginManifest.FileName), host);
            return reading.Manifest is null
                ? new(folder, entry.Name, reading)
                : Component(new(folder, entry.Name, reading), reading.Manifest, files);
        }
        catch (DirectoryNotFoundException) when (entry.LinkTarget is null)
        {
            // Removed since the directory was listed.
            return null;
        }
        catch (Exception exception) when (IsDisk(exception))
        {
            return new(folder, entry.Name, new(null, null, Unreadable(folder, exception)));
        }
    }

    private bool IsPacked(FileSystemInfo entry) =>
        packed is not null && entry is FileInfo && entry.Extension.Equals(PackedPlugins.Extension, StringComparison.OrdinalIgnoreCase);

    private FolderFinding? LookInto(FileSystemInfo entry, CancellationToken cancellationToken)
    {
        var package = Path.Combine(directory, entry.Name);
        var name = Path.GetFileNameWithoutExtension(entry.Name);
        try
        {
            var unpacked = packed!.Unpack(package, cancellationToken);
            if (!unpacked.IsSuccess)
            {
                return new(package, name, new(null, null, unpacked.Error)) { Package = package };
            }

            var folder = new DirectoryInfo(unpacked.Value);
            return Look(folder, folder.FullName) is { } finding
                ? Moved(finding with { FolderName = name, Package = package }, folder.FullName)
                : null;
        }
        catch (FileNotFoundException)
        {
            // Removed since the directory was listed.
            return null;
        }
        catch (Exception exception) when (IsDisk(exception))
        {
            return new(package, name, new(null, null, Unreadable(package, exception))) { Package = package };
        }
    }

    private static FolderFinding Component(FolderFinding finding, PluginManifest manifest, List<string> files)
    {
        var found = ComponentLocator.Find(finding.Folder, files, manifest.Wasm, manifest.Name.Value);
        if (!found.IsSuccess)
        {
            return finding with { ComponentFailure = found.Error };
        }

        return finding with { ComponentPath = found.Value, ComponentFailure = ComponentFile.Check(found.Value).Error };
    }

    /// <summary>Names the package as the place of problems, not the folder that it happens to be unpacked in.</summary>
    private static FolderFinding Moved(FolderFinding finding, string folder) => finding with
    {
        Reading = finding.Reading with
        {
            Failure = finding.Reading.Failure is { } failure ? Problems.Moved(failure, folder, finding.Shown) : null,
        },
        ComponentFailure = finding.ComponentFailure is { } problem ? Problems.Moved(problem, folder, finding.Shown) : null,
    };

    private static Error Unreadable(string folder, Exception problem) =>
        new(PluginFolderErrors.FolderUnreadable, folder, problem.Message) { Location = new(folder) };

    private static string Normalized(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static bool IsDisk(Exception problem) => problem is IOException or UnauthorizedAccessException or SecurityException;
}
