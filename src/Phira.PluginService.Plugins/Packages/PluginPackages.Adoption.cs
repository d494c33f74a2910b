using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.Packages.Adoption;
using Phira.PluginService.Plugins.Packages.Inspection;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>How a component without a manifest becomes a plugin: a folder is made of it, which is then installed like any package.</summary>
internal sealed partial class PluginPackages
{
    private const string AbiPrefix = WitPackage.Name + "/";

    /// <inheritdoc />
    public async Task<Result<PackageReport>> InspectLooseAsync(PluginName plugin, Language language, CancellationToken cancellationToken)
    {
        var place = NewPlace();
        try
        {
            var read = await ReadLooseAsync(plugin, null, language, Path.Combine(place, TreeFolder), cancellationToken);
            return read.IsSuccess ? read.Value.Package.Report : read.Error;
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

    /// <inheritdoc />
    public async Task<Result<PackageReport>> AdoptAsync(
        PluginName plugin, string? manifest, Language language, ChangeCause cause, CancellationToken cancellationToken)
    {
        var place = NewPlace();
        try
        {
            var tree = Path.Combine(place, TreeFolder);
            var read = await ReadLooseAsync(plugin, manifest, language, tree, cancellationToken);
            return read.IsSuccess ? await InstallAsync(read.Value.Package, tree, cause, read.Value.Loose, cancellationToken) : read.Error;
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

    private string NewPlace() => Path.Combine(_versions.Staging, Guid.NewGuid().ToString("n"));

    private async Task<Result<(InspectedPackage Package, CatalogEntry Loose)>> ReadLooseAsync(
        PluginName plugin, string? manifest, Language language, string tree, CancellationToken cancellationToken)
    {
        var installed = await Task.Run(() => _catalog.Scan(cancellationToken).Entries, cancellationToken);
        if (installed.FirstOrDefault(entry => entry.Name == plugin) is not { } loose)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        if (!loose.IsLoose)
        {
            return new Error(PackageErrors.NotLoose, plugin.Value);
        }

        Directory.CreateDirectory(tree);
        var component = Path.Combine(tree, ComponentName);
        await Task.Run(() => File.Copy(loose.Place, component), cancellationToken);
        var package = await InspectBareAsync(
            tree, component, Path.GetFileName(loose.Place), manifest, language, installed.Remove(loose), cancellationToken);
        return (package, loose);
    }

    /// <summary>Adds a manifest to a component in a folder, the proposed one unless there is another, and inspects the two like a package.</summary>
    private async Task<InspectedPackage> InspectBareAsync(
        string tree,
        string component,
        string? file,
        string? manifest,
        Language language,
        ImmutableArray<CatalogEntry> installed,
        CancellationToken cancellationToken)
    {
        var bytes = new FileInfo(component).Length;
        var described = await ReadBareAsync(component, cancellationToken);
        if (!described.IsSuccess)
        {
            return new(new PackageReport { PackageBytes = bytes, Problems = [described.Error with { Location = new(file ?? ComponentName) }] }, null, null);
        }

        var (metadata, imports, abi) = described.Value;
        var name = FreeName(ManifestProposal.NameOf(file) ?? ManifestProposal.NameOf(metadata.Name) ?? PluginName.Parse("plugin"), installed);
        var text = manifest ?? Propose(imports);
        var inspected = await InspectAsync(text);
        if (manifest is null && !inspected.Report.Imports.IsEmpty)
        {
            // By now it is known which functions of an interface are imported, and not only which interfaces.
            text = Propose(inspected.Report.Imports);
            await File.WriteAllTextAsync(Path.Combine(tree, PluginManifest.FileName), text, cancellationToken);
        }

        var taken = inspected.Manifest is { } own && installed.Any(entry => entry.Name == own.Name);
        return inspected with
        {
            Report = inspected.Report with
            {
                Manifest = text,
                Problems = taken
                    ? inspected.Report.Problems.Add(
                        new Error(PackageErrors.NameInUse, inspected.Manifest!.Name.Value) { Location = new(PluginManifest.FileName) })
                    : inspected.Report.Problems,
            },
        };

        string Propose(IReadOnlyCollection<string> needed) =>
            ManifestProposal.Write(file ?? ComponentName, name, metadata, needed, _interfaces, abi, language);

        async Task<InspectedPackage> InspectAsync(string toml)
        {
            await File.WriteAllTextAsync(Path.Combine(tree, PluginManifest.FileName), toml, cancellationToken);
            var reading = ManifestReader.Read(Path.Combine(tree, PluginManifest.FileName), HostVersions.Current);
            var wasm = reading.Manifest?.Wasm ?? $"{reading.Name ?? name}{LooseComponent.Extension}";
            File.Move(component, Path.Combine(tree, wasm), overwrite: true);
            ImmutableArray<PackageFile> files =
                [new(PluginManifest.FileName, new FileInfo(Path.Combine(tree, PluginManifest.FileName)).Length), new(wasm, bytes)];
            return await _inspector.InspectAsync(tree, new PackageTree(files, []), bytes, installed, cancellationToken);
        }
    }

    private async Task<Result<(ComponentMetadata Metadata, ImmutableArray<string> Imports, string Abi)>> ReadBareAsync(
        string component, CancellationToken cancellationToken)
    {
        using var room = await ComponentMemory.EnterAsync(ComponentFile.SizeOf(component), cancellationToken);
        var image = ComponentFile.Read(component);
        if (!image.IsSuccess)
        {
            return image.Error;
        }

        var shape = ComponentReader.Read(image.Value.Bytes.Span);
        var (imports, exports) = shape.IsSuccess ? (shape.Value.Imports, shape.Value.Exports) : ([], []);
        return (ComponentMetadataReader.Read(image.Value.Bytes.Span), imports, AbiOf([.. exports, .. imports]));
    }

    private static PluginName FreeName(PluginName wanted, ImmutableArray<CatalogEntry> installed)
    {
        var name = wanted;
        for (var number = 2; installed.Any(entry => entry.Name == name); number++)
        {
            name = PluginName.Parse($"{wanted}-{number}");
        }

        return name;
    }

    private static string AbiOf(ImmutableArray<string> interfaces) => interfaces
        .Where(item => item.StartsWith(AbiPrefix, StringComparison.Ordinal) && item.Contains('@', StringComparison.Ordinal))
        .Select(item => item[(item.IndexOf('@', StringComparison.Ordinal) + 1)..])
        .FirstOrDefault(version => Semver.SemVersion.TryParse(version, Semver.SemVersionStyles.Strict, out _)) ?? WitPackage.Version;
}
