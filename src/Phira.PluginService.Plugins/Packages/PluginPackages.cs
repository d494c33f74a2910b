using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Packages.Inspection;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Installs packages, goes back to previous versions and removes plugins: one after the other.</summary>
internal sealed class PluginPackages : IPluginPackages
{
    private const string TreeFolder = "tree";

    // A request holds its component until a worker has answered, and any number of requests may wait for one.
    private const long HeldComponentBytes = 4L * ComponentFile.MaximumBytes;

    private readonly PluginsOptions _options;
    private readonly VersionStore _versions;
    private readonly PackageReader _reader;
    private readonly PackageInstaller _installer;
    private readonly PluginPacker _packer;

    public PluginPackages(
        IOptions<PluginsOptions> options,
        PluginRegistry registry,
        InstalledFiles files,
        VersionStore versions,
        IPermissionStore permissions,
        ComponentCompiler compiler,
        HostInterfaceSet interfaces)
    {
        _options = options.Value;
        _versions = versions;
        var inspector = new PackageInspector(_options, interfaces, compiler, permissions, ComponentMemory);
        _reader = new PackageReader(
            inspector, new ComponentAdopter(inspector, interfaces, ComponentMemory), PluginFolders.Catalog(_options));
        _packer = new PluginPacker(versions);
        _installer = new PackageInstaller(_options, registry, files, versions, compiler, ComponentMemory);
    }

    /// <summary>Room for the components of packages that are being examined. The others wait on the disk.</summary>
    internal ByteSemaphore ComponentMemory { get; } = new(HeldComponentBytes);

    /// <inheritdoc />
    public async Task<PackageReport> InspectAsync(Stream package, BareComponent bare, CancellationToken cancellationToken)
    {
        var report = await StageAsync<PackageReport>(async (place, tree) =>
            (await _reader.ReadAsync(package, bare, place, tree, cancellationToken)).Report);
        return report.Value ?? new PackageReport { PackageBytes = 0, Problems = [report.Error!] };
    }

    /// <inheritdoc />
    public Task<Result<PackageReport>> InstallAsync(
        Stream package, BareComponent bare, ChangeCause cause, CancellationToken cancellationToken) =>
        StageAsync(async (place, tree) =>
        {
            var inspected = await _reader.ReadAsync(package, bare, place, tree, cancellationToken);
            return inspected.Report is { IsValid: true, Manifest: not null } && !bare.IsAdopted
                ? new Error(PackageErrors.NeedsManifest)
                : await _installer.InstallAsync(inspected, tree, cause, loose: null, cancellationToken);
        });

    /// <summary>Installs the plugin of a folder, which is left as it is.</summary>
    public Task<Result<PackageReport>> InstallFolderAsync(CatalogEntry entry, ChangeCause cause, CancellationToken cancellationToken) =>
        StageAsync(async (_, tree) => await _installer.InstallAsync(
            await _reader.ReadFolderAsync(entry, tree, cancellationToken), tree, cause, loose: null, cancellationToken));

    /// <inheritdoc />
    public Task<Result<PackageReport>> InspectLooseAsync(PluginName plugin, Language language, CancellationToken cancellationToken) =>
        StageAsync<PackageReport>(async (_, tree) =>
        {
            var read = await _reader.ReadLooseAsync(plugin, null, language, tree, cancellationToken);
            return read.IsSuccess ? read.Value.Package.Report : read.Error;
        });

    /// <inheritdoc />
    public Task<Result<PackageReport>> AdoptAsync(
        PluginName plugin, string? manifest, Language language, ChangeCause cause, CancellationToken cancellationToken) =>
        StageAsync(async (_, tree) =>
        {
            var read = await _reader.ReadLooseAsync(plugin, manifest, language, tree, cancellationToken);
            return read.IsSuccess
                ? await _installer.InstallAsync(read.Value.Package, tree, cause, read.Value.Loose, cancellationToken)
                : read.Error;
        });

    /// <inheritdoc />
    public async Task<Result<IReadOnlyList<PackageVersion>>> GetVersionsAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        var versions = await _versions.ListAsync(plugin, cancellationToken);
        var entry = await _versions.FindEntryAsync(plugin, cancellationToken);
        if (versions.Count == 0 && entry is null)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var present = entry is null ? null : await Task.Run(() => FolderTree.TryHash(entry.Folder, new PackageLimits()), cancellationToken);
        return versions.ConvertAll(version => new PackageVersion(
            version.Id,
            version.Version,
            version.Sha256,
            version.Bytes,
            version.KeptAt,
            version.InstalledBy,
            version.Content == present));
    }

    /// <inheritdoc />
    public Task<Result<PackageDownload>> PackAsync(PluginName plugin, string? versionId, CancellationToken cancellationToken) =>
        StageAsync(async (place, tree) =>
        {
            var version = await _packer.CopyAsync(plugin, versionId, tree, cancellationToken);
            return version.IsSuccess ? await PluginPacker.PackAsync(plugin, version.Value, place, tree, cancellationToken) : version.Error;
        });

    /// <inheritdoc />
    public async Task<Result<PluginSnapshot>> RollBackAsync(
        PluginName plugin, string? versionId, ChangeCause cause, CancellationToken cancellationToken)
    {
        var versions = await GetVersionsAsync(plugin, cancellationToken);
        if (!versions.IsSuccess)
        {
            return versions.Error;
        }

        var wanted = versionId is null
            ? versions.Value.FirstOrDefault(version => !version.IsCurrent)?.Id
            : versions.Value.FirstOrDefault(version => version.Id == versionId)?.Id;
        if (wanted is null)
        {
            return versionId is null
                ? new Error(PackageErrors.NoVersion, plugin.Value)
                : new Error(PackageErrors.VersionNotFound, plugin.Value, versionId);
        }

        return await _installer.GoBackAsync(plugin, wanted, cause, cancellationToken);
    }

    /// <inheritdoc />
    public Task<Result> RemoveAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken) =>
        _installer.RemoveAsync(plugin, cause, cancellationToken);

    /// <summary>Works in a folder that is removed afterwards.</summary>
    /// <param name="work">Gets the folder, and one in it for what is to be installed.</param>
    private async Task<Result<T>> StageAsync<T>(Func<string, string, Task<Result<T>>> work)
    {
        var place = Path.Combine(_versions.Staging, Guid.NewGuid().ToString("n"));
        try
        {
            return await work(place, Path.Combine(place, TreeFolder));
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
}
