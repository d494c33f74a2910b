using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Ids;
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
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed partial class PluginPackages : IPluginPackages
{
    private const string TreeFolder = "tree";
    private const string ComponentName = "component.wasm";

    // A request holds its component until a worker has answered, and any number of requests may wait for one.
    private const long HeldComponentBytes = 4L * ComponentFile.MaximumBytes;

    private readonly PluginsOptions _options;
    private readonly PluginManager _manager;
    private readonly InstalledFiles _files;
    private readonly PluginRegistry _registry;
    private readonly VersionStore _versions;
    private readonly PackageInspector _inspector;
    private readonly ComponentCompiler _compiler;
    private readonly HostInterfaceSet _interfaces;
    private readonly PluginCatalog _catalog;
    private readonly PackageLimits _limits = new();
    private readonly SemaphoreSlim _oneAtATime = new(1);

    public PluginPackages(
        IOptions<PluginsOptions> options,
        PluginManager manager,
        PluginRegistry registry,
        InstalledFiles files,
        VersionStore versions,
        IPermissionStore permissions,
        ComponentCompiler compiler,
        HostInterfaceSet interfaces)
    {
        _options = options.Value;
        _manager = manager;
        _registry = registry;
        _files = files;
        _versions = versions;
        _inspector = new PackageInspector(_options, interfaces, compiler, permissions, ComponentMemory);
        _compiler = compiler;
        _interfaces = interfaces;
        _catalog = PluginFolders.Catalog(_options);
    }

    /// <summary>Room for the components of packages that are being examined. The others wait on the disk.</summary>
    internal ByteSemaphore ComponentMemory { get; } = new(HeldComponentBytes);

    /// <inheritdoc />
    public async Task<PackageReport> InspectAsync(Stream package, BareComponent bare, CancellationToken cancellationToken)
    {
        var place = NewPlace();
        try
        {
            return (await ReadAsync(package, bare, place, Path.Combine(place, TreeFolder), cancellationToken)).Report;
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return new PackageReport { PackageBytes = 0, Problems = [DiskFailure.Of(exception, _options.PackagesDirectory)] };
        }
        finally
        {
            FolderTree.TryRemove(place);
        }
    }

    /// <inheritdoc />
    public async Task<Result<PackageReport>> InstallAsync(
        Stream package, BareComponent bare, ChangeCause cause, CancellationToken cancellationToken)
    {
        var place = NewPlace();
        try
        {
            var tree = Path.Combine(place, TreeFolder);
            var inspected = await ReadAsync(package, bare, place, tree, cancellationToken);
            return inspected.Report is { IsValid: true, Manifest: not null } && !bare.IsAdopted
                ? new Error(PackageErrors.NeedsManifest)
                : await InstallAsync(inspected, tree, cause, loose: null, cancellationToken);
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
    public async Task<Result<IReadOnlyList<PackageVersion>>> GetVersionsAsync(PluginName plugin, CancellationToken cancellationToken)
    {
        var versions = await _versions.ListAsync(plugin, cancellationToken);
        var entry = await _versions.FindEntryAsync(plugin, cancellationToken);
        if (versions.Count == 0 && entry is null)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var present = entry is null ? null : await Task.Run(() => FolderTree.TryHash(entry.Folder, _limits), cancellationToken);
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

        return await EnqueueAsync(() => GoBackAsync(plugin, wanted, cause), cancellationToken);
    }

    /// <inheritdoc />
    public async Task<Result> RemoveAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken)
    {
        var removed = await EnqueueAsync(() => RemoveAsync(plugin, cause), cancellationToken);
        return removed.Error is { } error ? error : Result.Success;
    }
}
