using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.Packages.Inspection;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Makes a folder of what is to be installed, and inspects it. Nothing is changed yet.</summary>
internal sealed class PackageReader(PackageInspector inspector, ComponentAdopter adopter, PluginCatalog catalog)
{
    private const int BufferBytes = 64 * 1024;

    private static readonly PackageLimits Limits = new();

    /// <summary>Reads what was uploaded: a packed plugin, or a component alone.</summary>
    /// <param name="place">A folder for the upload itself.</param>
    /// <param name="folder">The folder to make.</param>
    public async Task<InspectedPackage> ReadAsync(
        Stream package, BareComponent bare, string place, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(place);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(place, "package.zip");
        var bytes = await SpoolAsync(package, file, cancellationToken);
        if (bytes > Limits.PackageBytes)
        {
            return new(
                new PackageReport { PackageBytes = bytes, Problems = [new Error(PackageErrors.TooLarge, $"{Limits.PackageBytes}")] }, null, null);
        }

        if (LooseComponent.IsWebAssembly(file))
        {
            var component = Path.Combine(folder, ComponentAdopter.ComponentName);
            File.Move(file, component);
            var entries = await Task.Run(() => catalog.Scan(cancellationToken).Entries, cancellationToken);
            var name = bare.FileName?.Split('/', '\\')[^1];
            return await adopter.InspectAsync(folder, component, name, null, bare.Language, entries, cancellationToken);
        }

        var (tree, installed) = await Task.Run(
            () => (PackageUnpacker.Unpack(file, folder, Limits, cancellationToken), catalog.Scan(cancellationToken).Entries), cancellationToken);
        return await inspector.InspectAsync(folder, tree, bytes, installed, cancellationToken);
    }

    /// <summary>Reads a plugin's folder, which is left as it is.</summary>
    /// <param name="tree">The folder to make.</param>
    public async Task<InspectedPackage> ReadFolderAsync(CatalogEntry entry, string tree, CancellationToken cancellationToken)
    {
        var (files, installed) = await Task.Run(
            () =>
            {
                var files = GalleryFiles.List(entry);
                FolderTree.Copy(entry.Folder, files, tree);
                return (files, catalog.Scan(cancellationToken).Entries);
            },
            cancellationToken);
        var content = new PackageTree([.. files.Select(file => new PackageFile(file.Path, file.Bytes))], []);
        return await inspector.InspectAsync(tree, content, files.Sum(file => file.Bytes), installed, cancellationToken);
    }

    /// <summary>Reads a component without a manifest that is in the plugins directory.</summary>
    /// <param name="manifest">The manifest; null for a proposed one.</param>
    /// <param name="tree">The folder to make.</param>
    public async Task<Result<(InspectedPackage Package, CatalogEntry Loose)>> ReadLooseAsync(
        PluginName plugin, string? manifest, Language language, string tree, CancellationToken cancellationToken)
    {
        var installed = await Task.Run(() => catalog.Scan(cancellationToken).Entries, cancellationToken);
        if (installed.FirstOrDefault(entry => entry.Name == plugin) is not { } loose)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        if (!loose.IsLoose)
        {
            return new Error(PackageErrors.NotLoose, plugin.Value);
        }

        Directory.CreateDirectory(tree);
        var component = Path.Combine(tree, ComponentAdopter.ComponentName);
        await Task.Run(() => File.Copy(loose.Place, component), cancellationToken);
        var package = await adopter.InspectAsync(
            tree, component, Path.GetFileName(loose.Place), manifest, language, installed.Remove(loose), cancellationToken);
        return (package, loose);
    }

    /// <summary>Writes a package down, up to a little more than is accepted.</summary>
    private static async Task<long> SpoolAsync(Stream package, string file, CancellationToken cancellationToken)
    {
        await using var output = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        var buffer = new byte[BufferBytes];
        long total = 0;
        while (total <= Limits.PackageBytes && await package.ReadAsync(buffer, cancellationToken) is var count and > 0)
        {
            await output.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
            total += count;
        }

        return total;
    }
}
