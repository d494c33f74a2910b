using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Packages;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Packaging.Archive;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Folders;
using Phira.PluginService.Packaging.Versions;
using Phira.PluginService.Plugins.Lifecycle.Blueprints;
using Phira.PluginService.Plugins.Settings;

namespace Phira.PluginService.Plugins.Packages;

/// <summary>Keeps versions below the data directory, and puts them back. One thing at a time for each plugin.</summary>
internal sealed partial class VersionStore : IVersionStore
{
    private readonly PluginsOptions _options;
    private readonly VersionDirectory _store;
    private readonly PackedPlugins _packed;
    private readonly PluginCatalog _catalog;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<PluginName, SemaphoreSlim> _gates = [];

    public VersionStore(PluginsOptions options, TimeProvider timeProvider, ILogger<VersionStore> logger)
    {
        _options = options;
        _store = new VersionDirectory(options.PackagesDirectory, options.KeptVersions, new PackageLimits(), timeProvider);
        _packed = new PackedPlugins(options.PackagesDirectory);
        _catalog = PluginFolders.Catalog(options);
        _logger = logger;
    }

    /// <summary>The folder of unfinished work.</summary>
    public string Staging => _store.Staging;

    /// <inheritdoc />
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            CleanUp(() => OwnerOnlyFiles.TryCreateOrRestrictDirectory(_options.PackagesDirectory));
            CleanUp(() =>
            {
                foreach (var refused in FolderChange.Recover(_options.Directory))
                {
                    Log.NotCleaned(_logger, refused.Message);
                }
            });
            CleanUp(_store.Recover);
            CleanUp(_packed.Clear);
        },
        cancellationToken);

    /// <inheritdoc />
    public async Task KeepAsync(PluginBlueprint blueprint, ChangeCause cause)
    {
        var kept = await KeepAsync(
            blueprint.Manifest.Name,
            new VersionOrigin(Path.GetDirectoryName(blueprint.Image.Path)!, blueprint.Manifest.Version.ToString(), blueprint.Image.Path)
            {
                ExpectedSha256 = blueprint.Image.Sha256,
                Runs = true,
            });
        if (!kept.IsSuccess)
        {
            Log.NotKept(_logger, blueprint.Manifest.Name.Value, kept.Error);
        }
    }

    /// <summary>Keeps a folder as a version, unless the same is kept already.</summary>
    public Task<Result<KeptVersion>> KeepAsync(PluginName plugin, VersionOrigin origin) =>
        EnqueueAsync(plugin, () => _store.Keep(plugin, origin), CancellationToken.None);

    /// <summary>Lists the versions of a plugin, newest first.</summary>
    public async Task<List<KeptVersion>> ListAsync(PluginName plugin, CancellationToken cancellationToken) =>
        (await EnqueueAsync<List<KeptVersion>>(plugin, () => _store.List(plugin), cancellationToken)).Value ?? [];

    /// <inheritdoc />
    public async Task<bool> HasRunAsync(PluginName plugin, string sha256, CancellationToken cancellationToken) =>
        (await ListAsync(plugin, cancellationToken)).Exists(version => version.Ran && version.Sha256 == sha256);

    /// <summary>Copies a version to where it can be activated from.</summary>
    public async Task<Result> CopyOutAsync(PluginName plugin, KeptVersion version, string target)
    {
        var copied = await EnqueueAsync<bool>(
            plugin, () => _store.CopyOut(plugin, version, target).Error is { } error ? error : true, CancellationToken.None);
        return copied.Error is { } error ? error : Result.Success;
    }

    /// <summary>Removes a version.</summary>
    public Task ForgetAsync(PluginName plugin, KeptVersion version) => EnqueueAsync<bool>(
        plugin,
        () =>
        {
            _store.Remove(plugin, version);
            return true;
        },
        CancellationToken.None);

    /// <summary>The plugin as it is on the disk now.</summary>
    public Task<CatalogEntry?> FindEntryAsync(PluginName plugin, CancellationToken cancellationToken) => Task.Run(
        () => _catalog.Scan(cancellationToken).Entries.FirstOrDefault(entry => entry.Name == plugin), cancellationToken);

    /// <summary>The name of the folder that a plugin's files belong into.</summary>
    /// <param name="entry">The current entry; null when there is none.</param>
    public string FolderFor(PluginName plugin, CatalogEntry? entry)
    {
        if (entry is { Package: null })
        {
            return Path.GetFileName(entry.Folder);
        }

        var name = plugin.Value;
        for (var number = 2; Path.Exists(Path.Combine(_options.Directory, name)); number++)
        {
            // A folder of that name holds another plugin.
            name = $"{plugin.Value}-{number}";
        }

        return name;
    }

    /// <inheritdoc />
    public async Task<Result<PackageVersion>> PutBackAsync(
        PluginName plugin, IReadOnlySet<string> bad, ChangeCause cause, CancellationToken cancellationToken)
    {
        var entry = await FindEntryAsync(plugin, cancellationToken);
        return await EnqueueAsync(plugin, () => PutBack(plugin, entry, bad), cancellationToken);
    }

    private Result<PackageVersion> PutBack(PluginName plugin, CatalogEntry? entry, IReadOnlySet<string> bad)
    {
        if (entry?.ComponentPath is null
            || ComponentFile.Read(entry.ComponentPath) is not { IsSuccess: true } present
            || !bad.Contains(present.Value.Sha256))
        {
            return new Error(PackageErrors.ChangedMeanwhile, plugin.Value);
        }

        if (_store.List(plugin).Find(version => version.Ran && !bad.Contains(version.Sha256)) is not { } previous)
        {
            return new Error(PackageErrors.NoVersion, plugin.Value);
        }

        using var change = FolderChange.Begin(_options.Directory);
        if (_store.CopyOut(plugin, previous, change.New) is { IsSuccess: false } failed)
        {
            return failed.Error;
        }

        change.Apply(FolderFor(plugin, entry));
        change.Commit();
        Log.PutBack(_logger, plugin.Value, previous.Version, previous.Id);
        return new PackageVersion(
            previous.Id, previous.Version, previous.Sha256, previous.Bytes, previous.KeptAt, previous.InstalledBy, IsCurrent: true);
    }

    private async Task<Result<T>> EnqueueAsync<T>(PluginName plugin, Func<Result<T>> work, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd(plugin, _ => new SemaphoreSlim(1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            return DiskFailure.Of(exception, _options.PackagesDirectory);
        }
        finally
        {
            gate.Release();
        }
    }

    private void CleanUp(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (DiskFailure.Is(exception))
        {
            Log.NotCleaned(_logger, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4060, Level = LogLevel.Warning, Message = "This version of plugin {Plugin} cannot be kept, so there is no way back to it: {Error}")]
        public static partial void NotKept(ILogger logger, string plugin, Error error);

        [LoggerMessage(EventId = 4061, Level = LogLevel.Warning, Message = "Could not remove the files of an unfinished plugin change; remove them by hand: {Reason}")]
        public static partial void NotCleaned(ILogger logger, string reason);

        [LoggerMessage(EventId = 4062, Level = LogLevel.Warning, Message = "Restored version {Version} ({Id}) to the folder of plugin {Plugin}")]
        public static partial void PutBack(ILogger logger, string plugin, string version, string id);
    }
}
