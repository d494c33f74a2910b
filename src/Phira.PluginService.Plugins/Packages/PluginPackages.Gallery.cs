using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Packages.Inspection;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>How a plugin of the gallery is installed: its folder is copied and then treated like an unpacked package.</summary>
internal sealed partial class PluginPackages
{
    /// <summary>Installs the plugin of a folder, which is left as it is.</summary>
    public async Task<Result<PackageReport>> InstallFolderAsync(CatalogEntry entry, ChangeCause cause, CancellationToken cancellationToken)
    {
        var place = NewPlace();
        try
        {
            var tree = Path.Combine(place, TreeFolder);
            var package = await ReadFolderAsync(entry, tree, cancellationToken);
            return await InstallAsync(package, tree, cause, loose: null, cancellationToken);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return DiskFailure.Of(exception, _options.PackagesDirectory);
        }
        finally
        {
            FolderTree.TryRemove(place);
        }
    }

    private async Task<InspectedPackage> ReadFolderAsync(CatalogEntry entry, string tree, CancellationToken cancellationToken)
    {
        var (files, installed) = await Task.Run(
            () =>
            {
                var files = GalleryFiles.List(entry);
                FolderTree.Copy(entry.Folder, files, tree);
                return (files, _catalog.Scan(cancellationToken).Entries);
            },
            cancellationToken);
        var content = new PackageTree([.. files.Select(file => new PackageFile(file.Path, file.Bytes))], []);
        return await _inspector.InspectAsync(tree, content, files.Sum(file => file.Bytes), installed, cancellationToken);
    }
}
