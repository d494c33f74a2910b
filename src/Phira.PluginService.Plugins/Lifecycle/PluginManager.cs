using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Packaging.Manifest;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>All plugins of this host.</summary>
internal sealed partial class PluginManager : IPluginManager, IPluginLog, IHostedService, IDisposable
{
    private static readonly TimeSpan ShutdownDeadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WritingDeadline = TimeSpan.FromMilliseconds(500);
    private static readonly ChangeCause StartCause = new("host", LocalizedText.Of("cause.service_starts"), "");
    private static readonly ChangeCause StopCause = new("host", LocalizedText.Of("cause.service_stops"), "");

    private readonly PluginRuntime _runtime;
    private readonly PluginCatalog _catalog;
    private readonly ILogger _logger;
    private readonly PluginSet _plugins;
    private readonly DependencyCascade _dependants;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _scanning = new(1);
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _loading = Task.CompletedTask;
    private Error? _scanProblem;
    private Task _keeping = Task.CompletedTask;

    public PluginManager(PluginRuntime runtime)
    {
        _runtime = runtime;
        _catalog = new PluginCatalog(
            runtime.Options.Directory, HostVersions.Current, new PackedPlugins(runtime.Options.PackagesDirectory));
        _logger = runtime.Loggers.CreateLogger<PluginManager>();
        _plugins = new PluginSet((name, cause) => new PluginSupervisor(name, runtime, _dependants!, cause, OnChanged));
        _dependants = new DependencyCascade(_plugins, runtime.Loggers.CreateLogger<DependencyCascade>());
        runtime.Metrics.Observe(() => _plugins.All.Select(Read));
    }

    /// <inheritdoc />
    public event Action<PluginSnapshot>? Changed;

    /// <inheritdoc />
    public bool IsReady => _ready.Task.IsCompleted;

    /// <inheritdoc />
    public IReadOnlyList<string> UnavailableHostFunctions => _runtime.Interfaces.Unavailable;

    /// <summary>Completes when <see cref="IsReady"/> becomes true.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes when the first plugins are loaded, or have said why not.</summary>
    public Task Loading => _loading;

    /// <inheritdoc />
    public IReadOnlyList<PluginSnapshot> List() => [.. _plugins.All.Select(Snapshot)];

    /// <inheritdoc />
    public PluginSnapshot? Find(PluginName plugin) => _plugins.Find(plugin) is { } found ? Snapshot(found) : null;

    /// <inheritdoc />
    public IReadOnlyList<PluginLogLine> Read(PluginName plugin, int count) =>
        _plugins.Find(plugin)?.Record.Log.Read(count) ?? [];

    /// <inheritdoc />
    public async Task<Result<PluginSnapshot>> ExecuteAsync(
        PluginName plugin, PluginOperation operation, bool cascade, ChangeCause cause, CancellationToken cancellationToken)
    {
        if (_stopping.IsCancellationRequested)
        {
            return new Error(PluginRuntimeErrors.ShuttingDown);
        }

        if (operation is PluginOperation.Load or PluginOperation.Reload or PluginOperation.Enable)
        {
            await ScanAsync(cause, cancellationToken);
        }

        if (_plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        // What takes the plugin down does not wait until it is compiled.
        using var cancellation = TakesDown(supervisor, operation, cascade) ? supervisor.CancelCompilation() : null;
        var result = await supervisor.EnqueueAsync(
            () =>
            {
                cancellation?.Dispose();
                return CarryOutAsync(supervisor, operation, cascade, cause);
            },
            cancellationToken);
        return result.IsSuccess ? Snapshot(supervisor) : result.Error;
    }

    /// <inheritdoc />
    public Task<Result<PluginConfig>> GetConfigAsync(PluginName plugin, CancellationToken cancellationToken) =>
        _plugins.Find(plugin) is { } supervisor
            ? supervisor.Configs.GetConfigAsync(_plugins.EntryOf(supervisor), cancellationToken)
            : Task.FromResult<Result<PluginConfig>>(new Error(PluginErrors.NotFound, plugin.Value));

    /// <inheritdoc />
    public Task<Result<PluginConfig>> SetConfigAsync(
        PluginName plugin, string valuesJson, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin,
            (supervisor, entry) => supervisor.Configs.SetConfigAsync(entry, valuesJson, expectedRevision, cause),
            cancellationToken);

    /// <inheritdoc />
    public Task<Result<PluginConfig>> RestoreConfigAsync(
        PluginName plugin, int revision, int? expectedRevision, ChangeCause cause, CancellationToken cancellationToken) =>
        ChangeConfigAsync(
            plugin,
            (supervisor, entry) => supervisor.Configs.RestoreConfigAsync(entry, revision, expectedRevision, cause),
            cancellationToken);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nothing of the rest waits for plugins: compiling them can take many seconds.
        _loading = Task.Run(() => LoadAllAsync(_stopping.Token), CancellationToken.None);
        _keeping = _dependants.RunAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var unloading = Task.WhenAll(_plugins.All.Select(plugin => plugin.EnqueueAsync(
            () => plugin.ApplyAsync(new LifecycleTrigger.ShutdownRequested(StopCause)), CancellationToken.None)));
        foreach (var plugin in _plugins.All)
        {
            plugin.CutDeadline(_runtime.Options.StopDeadline);
        }

        if (!await IsDoneAsync(unloading, ShutdownDeadline, cancellationToken))
        {
            Log.ShutdownOverdue(_logger);
        }

        await IsDoneAsync(_keeping, WritingDeadline, CancellationToken.None);
        await IsDoneAsync(_runtime.Crashes.CompleteAsync(), WritingDeadline, CancellationToken.None);

        // What plugins that are still busy went through must not be lost with them.
        await IsDoneAsync(
            Task.WhenAll(_plugins.All.Select(plugin => plugin.Journal.WriteDownAsync())), WritingDeadline, CancellationToken.None);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _dependants.Dispose();
        _stopping.Dispose();
    }

    private async Task<Result<PluginConfig>> ChangeConfigAsync(
        PluginName plugin,
        Func<PluginSupervisor, CatalogEntry, Task<Result<PluginConfig>>> change,
        CancellationToken cancellationToken)
    {
        if (_plugins.Find(plugin) is not { } supervisor)
        {
            return new Error(PluginErrors.NotFound, plugin.Value);
        }

        var result = await supervisor.EnqueueAsync(() => change(supervisor, _plugins.EntryOf(supervisor)), cancellationToken);
        if (result.IsSuccess)
        {
            OnChanged(supervisor);
        }

        return result;
    }

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
        using var readiness = new InitialReadiness(_runtime.Compiler, _runtime.Versions);
        try
        {
            await _runtime.Versions.PrepareAsync(cancellationToken);
            await ScanAsync(StartCause, cancellationToken);
            var desired = await _runtime.Store.GetDesiredStatesAsync(cancellationToken);
            foreach (var quarantine in await _runtime.Store.GetQuarantinesAsync(cancellationToken))
            {
                _plugins.Find(quarantine.Plugin)?.Notice(new LifecycleTrigger.QuarantineKnown(quarantine));
            }

            var loads = new InitialLoad(_plugins, desired, StartCause).Begin(cancellationToken);
            await readiness.ReachedAsync(loads, _plugins.Entries, cancellationToken);
            _ready.TrySetResult();
            await Task.WhenAll(loads.Values);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoadingFailed(_logger, exception);
        }
        finally
        {
            _ready.TrySetResult();
            _runtime.Events.LoadingIsOver();
        }
    }

    private async Task<Error?> ScanAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        // One after the other: what an earlier look has seen must not take the place of what a later one has.
        await _scanning.WaitAsync(cancellationToken);
        try
        {
            var scan = await Task.Run(() => _catalog.Scan(cancellationToken), cancellationToken);
            Report(scan.Problem);
            _plugins.Update(scan.Entries, cause);
            return scan.Problem;
        }
        finally
        {
            _scanning.Release();
        }
    }

    private void Report(Error? problem)
    {
        // Each scan finds the same problem; only a new one is news.
        if (problem is not null && problem.Code != _scanProblem?.Code)
        {
            // A service without plugins is an ordinary service.
            var level = problem.Code == PluginErrors.DirectoryMissing ? LogLevel.Information : LogLevel.Error;
            Log.DirectoryUnusable(_logger, level, problem);
        }

        _scanProblem = problem;
    }

    private void OnChanged(PluginSupervisor supervisor)
    {
        _dependants.Notice(supervisor);

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
        SnapshotBuilder.Build(supervisor, _runtime.Options);

    private PluginReading Read(PluginSupervisor supervisor)
    {
        var (status, counters) = (supervisor.Journal.Status, supervisor.Record.Counters);
        var uptime = status.StartTimestamp is { } startedAt ? _runtime.Time.GetElapsedTime(startedAt) : TimeSpan.Zero;
        return new PluginReading(
            supervisor.Record.Name, status.State.Name(), SnapshotBuilder.Usage(supervisor), uptime, counters.LimitHitsByName)
        {
            DroppedLogLines = counters.DroppedLogLines,
            SkippedEvents = counters.SkippedEvents,
        };
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4012, Message = "No plugins can be found: {Problem}")]
        public static partial void DirectoryUnusable(ILogger logger, LogLevel level, Error problem);

        [LoggerMessage(EventId = 4013, Level = LogLevel.Error, Message = "The plugins could not be loaded")]
        public static partial void LoadingFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 4014, Level = LogLevel.Error, Message = "A listener failed to take a change of plugin {Plugin}")]
        public static partial void ListenerFailed(ILogger logger, string plugin, Exception exception);

        [LoggerMessage(EventId = 4015, Level = LogLevel.Warning, Message = "Some plugins did not stop in time; the service stops without them")]
        public static partial void ShutdownOverdue(ILogger logger);
    }
}
