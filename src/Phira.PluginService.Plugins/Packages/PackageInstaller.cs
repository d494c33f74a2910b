using System.Diagnostics.CodeAnalysis;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Versions;
using Phira.PluginService.Plugins.Lifecycle;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Packages.Inspection;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Puts versions into plugins' folders and activates them, and removes plugins: one change after the other.</summary>
/// <param name="componentMemory">Room for components in memory.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed class PackageInstaller(
    PluginsOptions options,
    PluginRegistry registry,
    InstalledFiles files,
    VersionStore versions,
    ComponentCompiler compiler,
    ByteSemaphore componentMemory)
{
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Installs what was inspected.</summary>
    /// <param name="tree">The folder of the package, which is copied.</param>
    /// <param name="loose">The component without a manifest that it takes the place of; null for none.</param>
    public async Task<Result<PackageReport>> InstallAsync(
        InspectedPackage package, string tree, ChangeCause cause, CatalogEntry? loose, CancellationToken cancellationToken)
    {
        if (!package.Report.IsValid)
        {
            return new Error(PackageErrors.Refused, $"{package.Report.Problems.Length}") { Causes = package.Report.Problems };
        }

        // Before anything is changed: what cannot be compiled is not installed.
        if (await CompileAsync(Path.Combine(tree, package.Component!), cancellationToken) is { } problem)
        {
            return new Error(PackageErrors.Refused, "1") { Causes = [problem] };
        }

        // Copied before the operation: the rest does not depend on a caller that waits for it.
        var change = await PrepareAsync(tree, cancellationToken);
        return await EnqueueAsync(() => InstallAsync(package, change, cause, loose), cancellationToken, change);
    }

    /// <summary>Installs a version that was kept.</summary>
    public Task<Result<PluginSnapshot>> GoBackAsync(PluginName plugin, string versionId, ChangeCause cause, CancellationToken cancellationToken) =>
        EnqueueAsync(() => GoBackAsync(plugin, versionId, cause), cancellationToken);

    /// <summary>Removes a plugin with its files; its last version is kept.</summary>
    public async Task<Result> RemoveAsync(PluginName plugin, ChangeCause cause, CancellationToken cancellationToken)
    {
        var removed = await EnqueueAsync(() => RemoveAsync(plugin, cause), cancellationToken);
        return removed.Error is { } error ? error : Result.Success;
    }

    private async Task<Result<PackageReport>> InstallAsync(
        InspectedPackage package, FolderChange change, ChangeCause cause, CatalogEntry? loose)
    {
        using (change)
        {
            var (name, report) = (package.Manifest!.Name, package.Report);
            var entry = await versions.FindEntryAsync(name, CancellationToken.None);
            if (loose is not null && FindChange(loose, entry, report) is { } changed)
            {
                return changed;
            }

            if (await KeepPresentAsync(entry) is { } failure)
            {
                return failure;
            }

            var kept = await versions.KeepAsync(
                name, new VersionOrigin(change.New, report.Version!, package.Component) { InstalledBy = cause.Actor });
            if (!kept.IsSuccess)
            {
                return kept.Error;
            }

            var outcome = await ActivateAsync(name, entry, change, cause, loose);
            if (outcome.IsUndone && !kept.Value.Ran)
            {
                await versions.ForgetAsync(name, kept.Value);
            }

            if (loose is not null && !outcome.IsUndone)
            {
                await files.ForgetGoneAsync(loose.Name, cause);
            }

            return outcome.Error is { } error ? error : report;
        }
    }

    private async Task<Result<PluginSnapshot>> GoBackAsync(PluginName plugin, string versionId, ChangeCause cause)
    {
        var version = (await versions.ListAsync(plugin, CancellationToken.None)).Find(candidate => candidate.Id == versionId);
        if (version is null)
        {
            return new Error(PackageErrors.VersionNotFound, plugin.Value, versionId);
        }

        using var change = FolderChange.Begin(options.Directory);
        var copied = await versions.CopyOutAsync(plugin, version, change.New);
        var entry = await versions.FindEntryAsync(plugin, CancellationToken.None);
        if ((copied.Error ?? await KeepPresentAsync(entry)) is { } failure)
        {
            return failure;
        }

        var outcome = await ActivateAsync(plugin, entry, change, cause);
        return outcome.Error is { } error ? error : registry.Snapshot(registry.Plugins.Find(plugin)!);
    }

    private async Task<Result<bool>> RemoveAsync(PluginName plugin, ChangeCause cause)
    {
        if (await versions.FindEntryAsync(plugin, CancellationToken.None) is not { } entry)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        if (await KeepPresentAsync(entry) is { } failure)
        {
            return failure;
        }

        using var change = FolderChange.Begin(options.Directory);
        var removed = await files.RemoveAsync(plugin, change, Path.GetFileName(entry.Place), cause);
        return removed.Error is { } refused ? refused : true;
    }

    /// <summary>Finds a change of a component without a manifest, or of the name that it is to have, since it was inspected.</summary>
    private static Error? FindChange(CatalogEntry loose, CatalogEntry? entry, PackageReport report)
    {
        if (entry is not null && entry.Place != loose.Place)
        {
            return new Error(PackageErrors.NameInUse, entry.Name.Value);
        }

        return ComponentFile.Read(loose.Place).Value?.Sha256 == report.Sha256 ? null : new Error(PackageErrors.ChangedMeanwhile, loose.Name.Value);
    }

    /// <summary>Keeps the present content of the plugin's folder, whether it works or not.</summary>
    private async Task<Error?> KeepPresentAsync(CatalogEntry? entry)
    {
        if (entry is null || !Directory.Exists(entry.Folder))
        {
            return null;
        }

        var origin = new VersionOrigin(entry.Folder, entry.Manifest?.Version.ToString() ?? "", entry.ComponentPath);
        return (await versions.KeepAsync(entry.Name, origin)).Error;
    }

    private async Task<ActivationOutcome> ActivateAsync(
        PluginName name, CatalogEntry? entry, FolderChange change, ChangeCause cause, CatalogEntry? loose = null)
    {
        var desired = await registry.FindDesiredStateAsync(name);
        ActivationOutcome outcome;
        try
        {
            // A component without a manifest that happens to be listed under the name is another plugin, unless it is what becomes of it.
            change.Apply(versions.FolderFor(name, entry), Path.GetFileName(entry is { IsLoose: false } ? entry.Package : loose?.Package));
            outcome = await files.ActivateAsync(name, cause);
            if (!outcome.IsUndone)
            {
                change.Commit();
                return outcome;
            }
        }
        catch (Exception exception)
        {
            change.Undo();
            await files.RestoreAsync(name, desired, cause);
            if (!DiskFailure.Is(exception))
            {
                throw;
            }

            return new(DiskFailure.Of(exception, options.Directory), IsUndone: true);
        }

        change.Undo();
        await files.RestoreAsync(name, desired, cause);
        return outcome;
    }

    private async Task<FolderChange> PrepareAsync(string tree, CancellationToken cancellationToken) => await Task.Run(
        () =>
        {
            var change = FolderChange.Begin(options.Directory);
            try
            {
                var listed = FolderTree.List(tree, PackageLimits.None);
                FolderTree.Copy(tree, listed.Value!, change.New);
                return change;
            }
            catch
            {
                // On a full disk, half a copy would keep it full.
                change.Dispose();
                throw;
            }
        },
        cancellationToken);

    /// <summary>Compiles a component of a package; null when it can be loaded now.</summary>
    private async Task<Error?> CompileAsync(string path, CancellationToken cancellationToken)
    {
        using var room = await componentMemory.EnterAsync(ComponentFile.SizeOf(path), cancellationToken);
        var image = await Task.Run(() => ComponentFile.Read(path), cancellationToken);
        var prepared = image.IsSuccess
            ? (await compiler.PrepareAsync(image.Value.Bytes, new CompileTerms(IsKnown: false, Retry: true), cancellationToken)).Error
            : image.Error;
        return prepared is null ? null : prepared with { Location = new(Path.GetFileName(path)) };
    }

    /// <summary>Carries out one change after the other. Once begun it is finished, also when nobody waits any more.</summary>
    /// <param name="prepared">The files made for the change; disposed of when the change never begins.</param>
    private async Task<Result<T>> EnqueueAsync<T>(
        Func<Task<Result<T>>> work, CancellationToken cancellationToken, FolderChange? prepared = null)
    {
        try
        {
            await _oneAtATime.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            prepared?.Dispose();
            throw;
        }

        return await Task.Run(
            async () =>
            {
                try
                {
                    return await work();
                }
                catch (Exception exception) when (DiskFailure.Is(exception))
                {
                    return DiskFailure.Of(exception, options.Directory);
                }
                finally
                {
                    _oneAtATime.Release();
                }
            },
            CancellationToken.None).WaitAsync(cancellationToken);
    }
}
