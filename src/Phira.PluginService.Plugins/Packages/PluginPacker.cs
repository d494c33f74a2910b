using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Folders;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Packs installed plugins and kept versions.</summary>
internal sealed class PluginPacker(VersionStore versions)
{
    private const int BufferBytes = 64 * 1024;

    private static readonly PackageLimits Limits = new();

    /// <summary>Copies what is to be packed, so that nobody changes it meanwhile.</summary>
    /// <param name="versionId">The kept version; null for what is in the plugin's folder.</param>
    /// <param name="tree">The folder to make.</param>
    /// <returns>The version, as text.</returns>
    public async Task<Result<string>> CopyAsync(PluginName plugin, string? versionId, string tree, CancellationToken cancellationToken)
    {
        if (versionId is not null)
        {
            var kept = await versions.ListAsync(plugin, cancellationToken);
            if (kept.Find(version => version.Id == versionId) is not { } version)
            {
                return new Error(PackageErrors.VersionNotFound, plugin.Value, versionId);
            }

            return (await versions.CopyOutAsync(plugin, version, tree)).Error is { } failure ? failure : version.Version;
        }

        if (await versions.FindEntryAsync(plugin, cancellationToken) is not { } entry)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        if (entry.Manifest is not { } manifest)
        {
            return entry.Failure ?? new Error(PackageErrors.NeedsManifest);
        }

        var files = await Task.Run(() => FolderTree.List(entry.Folder, Limits), cancellationToken);
        if (!files.IsSuccess)
        {
            return files.Error;
        }

        await Task.Run(() => FolderTree.Copy(entry.Folder, files.Value, tree), cancellationToken);
        return manifest.Version.ToString();
    }

    /// <summary>Packs a copy.</summary>
    /// <param name="place">The folder of the package, which is gone when the package has been read.</param>
    public static async Task<Result<PackageDownload>> PackAsync(
        PluginName plugin, string version, string place, string tree, CancellationToken cancellationToken)
    {
        var files = FolderTree.List(tree, Limits);
        if (!files.IsSuccess)
        {
            return files.Error;
        }

        var package = new FileStream(
            Path.Combine(place, "package.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BufferBytes, FileOptions.DeleteOnClose);
        try
        {
            await Task.Run(() => FolderPacker.Pack(tree, files.Value, package, cancellationToken), cancellationToken);
            package.Position = 0;
            return new PackageDownload($"{plugin.Value}-{version}.zip", package);
        }
        catch
        {
            await package.DisposeAsync();
            throw;
        }
    }
}
