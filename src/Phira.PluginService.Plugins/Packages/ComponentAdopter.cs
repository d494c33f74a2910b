using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Packaging.Manifest.Model;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Packages.Adoption;
using Phira.PluginService.Plugins.Packages.Inspection;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Makes a plugin of a component without a manifest: a folder is made of it, which is then inspected like any package.</summary>
/// <param name="componentMemory">Room for components in memory.</param>
internal sealed class ComponentAdopter(PackageInspector inspector, HostInterfaceSet interfaces, ByteSemaphore componentMemory)
{
    /// <summary>The name of a component's file until it has a manifest.</summary>
    public const string ComponentName = "component.wasm";

    private const string AbiPrefix = WitPackage.Name + "/";

    /// <summary>Adds a manifest to a component in a folder, the proposed one unless there is another, and inspects the two like a package.</summary>
    public async Task<InspectedPackage> InspectAsync(
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
        var inspected = await InspectFilesAsync(text);
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
            ManifestProposal.Write(file ?? ComponentName, name, metadata, needed, interfaces, abi, language);

        async Task<InspectedPackage> InspectFilesAsync(string toml)
        {
            await File.WriteAllTextAsync(Path.Combine(tree, PluginManifest.FileName), toml, cancellationToken);
            var reading = ManifestReader.Read(Path.Combine(tree, PluginManifest.FileName), HostVersions.Current);
            var wasm = reading.Manifest?.Wasm ?? $"{reading.Name ?? name}{LooseComponent.Extension}";
            File.Move(component, Path.Combine(tree, wasm), overwrite: true);
            ImmutableArray<PackageFile> files =
                [new(PluginManifest.FileName, new FileInfo(Path.Combine(tree, PluginManifest.FileName)).Length), new(wasm, bytes)];
            return await inspector.InspectAsync(tree, new PackageTree(files, []), bytes, installed, cancellationToken);
        }
    }

    private async Task<Result<(ComponentMetadata Metadata, ImmutableArray<string> Imports, string Abi)>> ReadBareAsync(
        string component, CancellationToken cancellationToken)
    {
        using var room = await componentMemory.EnterAsync(ComponentFile.SizeOf(component), cancellationToken);
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
