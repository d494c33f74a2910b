using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Catalog;
using Phira.PluginService.Plugins.Interfaces;
using Phira.PluginService.Plugins.Manifest;
using Phira.PluginService.Plugins.Packages;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>All plugins of this host.</summary>
internal sealed partial class PluginManager : IPluginManager, IPluginLog, IHostedService, IDisposable
{
    private static readonly TimeSpan ShutdownDeadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WritingDeadline = TimeSpan.FromMilliseconds(500);
    private static readonly ChangeCause StartCause = new("host", "the service starts", "");
    private static readonly ChangeCause StopCause = new("host", "the service stops", "");

    private readonly PluginRuntime _runtime;
    private readonly PluginCatalog _catalog;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<PluginName, PluginSupervisor> _supervisors = [];
    private readonly CancellationTokenSource _stopping = new();
    private volatile ImmutableDictionary<PluginName, CatalogEntry> _entries = ImmutableDictionary<PluginName, CatalogEntry>.Empty;
    private Task _loading = Task.CompletedTask;

    /// <summary>Creates the manager.</summary>
    /// <param name="runtime">What all plugins share.</param>
    public PluginManager(PluginRuntime runtime)
    {
        _runtime = runtime;
        _catalog = new PluginCatalog(
            runtime.Options.Directory, HostVersions.Current, new PackedPlugins(runtime.Options.PackagesDirectory));
        _logger = runtime.Loggers.CreateLogger<PluginManager>();
        runtime.Metrics.Observe(() => _supervisors.Values.OrderBy(plugin => plugin.Record.Name.Value, StringComparer.Ordinal).Select(Read));
    }

    /// <inheritdoc />
    public event Action<PluginSnapshot>? Changed;

    /// <inheritdoc />
    public bool IsReady { get; private set; }

    /// <inheritdoc />
    public IReadOnlyList<string> UnavailableHostFunctions => HostInterfaces.Unavailable;

    /// <summary>Completes when the first plugins are loaded, or have said why not.</summary>
    public Task Loading => _loading;

    /// <inheritdoc />
    public IReadOnlyList<PluginSnapshot> List() =>
        [.. _supervisors.Values.OrderBy(plugin => plugin.Record.Name.Value, StringComparer.Ordinal).Select(Snapshot)];

    /// <inheritdoc />
    public PluginSnapshot? Find(PluginName plugin) => _supervisors.TryGetValue(plugin, out var found) ? Snapshot(found) : null;

    /// <inheritdoc />
    public IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count) =>
        _supervisors.TryGetValue(plugin, out var found) ? found.Record.Log.Read(count) : [];

    /// <inheritdoc />
    public async Task<Result<PluginSnapshot>> ExecuteAsync(
        PluginName plugin, PluginOperation operation, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        if (operation is PluginOperation.Load or PluginOperation.Reload)
        {
            await ScanAsync(cause, cancellationToken);
        }

        if (!_supervisors.TryGetValue(plugin, out var supervisor))
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await supervisor.InTurnAsync(() => CarryOutAsync(supervisor, operation, cause), cancellationToken);
        return result.IsSuccess ? Snapshot(supervisor) : result.Error;
    }

    /// <inheritdoc />
    public Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        _supervisors.TryGetValue(plugin, out var supervisor)
            ? supervisor.GetConfigAsync(EntryOf(supervisor), cancellationToken)
            : Task.FromResult<Result<PluginConfig>>(new Error(PluginErrors.NotFound, plugin.Value));

    /// <inheritdoc />
    public async Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (!_supervisors.TryGetValue(plugin, out var supervisor))
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await supervisor.InTurnAsync(
            () => supervisor.SetConfigAsync(EntryOf(supervisor), valuesJson, expectedRevision, cause), cancellationToken);
        if (result.IsSuccess)
        {
            OnChanged(supervisor);
        }

        return result;
    }

    /// <summary>Forgets a plugin whose folder is gone: one of that name that is found later is a new one, which loads.</summary>
    /// <param name="plugin">Which plugin; without an instance.</param>
    public async Task ForgetAsync(PluginName plugin)
    {
        if (_supervisors.TryGetValue(plugin, out var supervisor))
        {
            await supervisor.InTurnAsync(
                async () =>
                {
                    await WantAsync(supervisor, DesiredState.Running);
                    return supervisor.Generation is null && _supervisors.TryRemove(plugin, out _);
                },
                CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nothing of the rest waits for plugins: compiling them can take many seconds.
        _loading = Task.Run(() => LoadAllAsync(_stopping.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var unloading = Task.WhenAll(_supervisors.Values.Select(plugin => plugin.InTurnAsync(
            async () =>
            {
                if (plugin.Generation is not null)
                {
                    await plugin.UnloadAsync(StopCause, hurry: true);
                }

                return true;
            },
            CancellationToken.None)));
        foreach (var plugin in _supervisors.Values)
        {
            plugin.HurryUp(_runtime.Options.StopDeadline);
        }

        if (!await IsDoneAsync(unloading, ShutdownDeadline, cancellationToken))
        {
            Log.ShutdownOverdue(_logger);
        }

        // What plugins that are still busy went through must not be lost with them.
        await IsDoneAsync(
            Task.WhenAll(_supervisors.Values.Select(plugin => plugin.Journal.WriteDownAsync())), WritingDeadline, CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose() => _stopping.Dispose();

    private async Task<bool> IsDoneAsync(Task work, TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(within, _runtime.Time, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _runtime.Versions.PrepareAsync(cancellationToken);
            await ScanAsync(StartCause, cancellationToken);
            var desired = await _runtime.Store.GetDesiredStatesAsync(cancellationToken);
            await new InitialLoad(_entries, desired, Supervisor, StartCause).RunAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoadingFailed(_logger, exception);
        }
        finally
        {
            IsReady = true;
            _runtime.Events.LoadingIsOver();
        }
    }

    private async Task<Error?> ScanAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        var scan = await Task.Run(() => _catalog.Scan(cancellationToken), cancellationToken);
        if (scan.Problem is { } problem)
        {
            Log.DirectoryUnusable(_logger, problem);
        }

        _entries = scan.Entries.ToImmutableDictionary(entry => entry.Name);
        foreach (var entry in scan.Entries)
        {
            Supervisor(entry.Name, cause).Journal.Note(status =>
                status.Manifest is null ? status with { Manifest = entry.Manifest } : status);
        }

        return scan.Problem;
    }

    private PluginSupervisor Supervisor(PluginName name) => Supervisor(name, StartCause);

    private PluginSupervisor Supervisor(PluginName name, ChangeCause cause) =>
        _supervisors.GetOrAdd(name, _ => new PluginSupervisor(name, _runtime, cause, OnChanged));

    private CatalogEntry EntryOf(PluginSupervisor supervisor) =>
        _entries.GetValueOrDefault(supervisor.Record.Name)
        ?? new CatalogEntry
        {
            Name = supervisor.Record.Name,
            Folder = "",
            Manifest = supervisor.Journal.Status.Manifest,
            Failure = new Error(PluginErrors.NotFound, supervisor.Record.Name.Value),
        };

    private void OnChanged(PluginSupervisor supervisor)
    {
        // Plugins' own threads end here, too: what a listener throws must not end the process.
        try
        {
            Changed?.Invoke(Snapshot(supervisor));
        }
        catch (Exception exception)
        {
            Log.ListenerFailed(_logger, supervisor.Record.Name.Value, exception);
        }
    }

    private PluginSnapshot Snapshot(PluginSupervisor supervisor) =>
        SnapshotBuilder.Build(supervisor, _runtime.Options.QueueCapacity);

    private PluginReading Read(PluginSupervisor supervisor)
    {
        var (status, counters) = (supervisor.Journal.Status, supervisor.Record.Counters);
        var uptime = status.StartedAt is { } startedAt ? _runtime.Time.GetUtcNow() - startedAt : TimeSpan.Zero;
        return new PluginReading(
            supervisor.Record.Name, status.State.Name(), SnapshotBuilder.Usage(supervisor), uptime, counters.LimitHitsByName)
        {
            DroppedLogLines = counters.DroppedLogLines,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4012, Level = LogLevel.Error, Message = "The plugins directory cannot be read: {Problem}")]
        public static partial void DirectoryUnusable(ILogger logger, Error problem);

        [LoggerMessage(EventId = 4013, Level = LogLevel.Error, Message = "The plugins could not be loaded")]
        public static partial void LoadingFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 4014, Level = LogLevel.Error, Message = "A listener failed to take a change of plugin {Plugin}")]
        public static partial void ListenerFailed(ILogger logger, string plugin, Exception exception);

        [LoggerMessage(EventId = 4015, Level = LogLevel.Warning, Message = "Some plugins did not stop in time; the service stops without them")]
        public static partial void ShutdownOverdue(ILogger logger);
    }
}
