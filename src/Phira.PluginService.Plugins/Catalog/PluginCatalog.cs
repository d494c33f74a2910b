using System.Security;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Manifest;

namespace Phira.PluginService.Plugins.Catalog;

/// <summary>Finds the plugins in a directory: one a folder. Nothing that is on the disk makes it throw.</summary>
/// <param name="directory">The plugins directory.</param>
/// <param name="host">The versions to check manifests against.</param>
internal sealed class PluginCatalog(string directory, HostVersions host)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Scans the directory. Plain files, and names that begin with <c>_</c> or <c>.</c>, are not looked at.</summary>
    /// <param name="cancellationToken">Gives up between two folders.</param>
    public CatalogScan Scan(CancellationToken cancellationToken)
    {
        var findings = new List<FolderFinding>();
        try
        {
            foreach (var folder in Folders())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Look(folder) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            return new([], new Error(PluginErrors.DirectoryMissing, directory) { Location = new(directory) });
        }
        catch (Exception problem) when (IsDisk(problem))
        {
            return new([], Unreadable(directory, problem));
        }

        return new(NameAssignment.Assign(findings));
    }

    private IEnumerable<FileSystemInfo> Folders() =>
        new DirectoryInfo(directory)
            .EnumerateFileSystemInfos("*", Everything)
            .Where(entry => entry.Name[0] is not ('_' or '.'))
            .Where(entry => entry is DirectoryInfo || LeadsNowhere(entry))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);

    // A link whose target is gone may well have led to a plugin: it is reported, not passed over like a plain file.
    private static bool LeadsNowhere(FileSystemInfo entry)
    {
        try
        {
            return entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true)?.Exists != true;
        }
        catch (IOException)
        {
            // Links in a circle.
            return true;
        }
    }

    private FolderFinding? Look(FileSystemInfo entry)
    {
        var folder = Path.Combine(directory, entry.Name);
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
        catch (Exception problem) when (IsDisk(problem))
        {
            return new(folder, entry.Name, new(null, null, Unreadable(folder, problem)));
        }
    }

    private static FolderFinding Component(FolderFinding finding, PluginManifest manifest, List<string> files)
    {
        var found = Locate(finding.Folder, manifest, files);
        if (!found.IsSuccess)
        {
            return finding with { ComponentFailure = found.Error };
        }

        return finding with { ComponentPath = found.Value, ComponentFailure = ComponentFile.Check(found.Value).Error };
    }

    private static Result<string> Locate(string folder, PluginManifest manifest, List<string> files)
    {
        if (manifest.Wasm is not null)
        {
            return Path.Combine(folder, manifest.Wasm);
        }

        var components = files
            .Where(file => file[0] != '.' && Path.GetExtension(file).Equals(".wasm", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .ToList();
        return components switch
        {
            [var only] => Path.Combine(folder, only),
            [] => new Error(ComponentErrors.Missing, Path.Combine(folder, $"{manifest.Name}.wasm")) { Location = new(folder) },
            _ => new Error(ComponentErrors.Ambiguous, folder, string.Join(", ", components)) { Location = new(folder) },
        };
    }

    private static Error Unreadable(string folder, Exception problem) =>
        new(PluginErrors.FolderUnreadable, folder, problem.Message) { Location = new(folder) };

    private static bool IsDisk(Exception problem) => problem is IOException or UnauthorizedAccessException or SecurityException;
}
