using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Catalog;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Lifecycle.Instances;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Settings;
using Phira.PluginService.Plugins.Telemetry;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>The plugins of this host: it finds them on disk, leads them by one supervisor each, and tells when one has changed.</summary>
internal sealed partial class PluginRegistry : IDisposable
{
    private readonly PluginRuntime _runtime;
    private readonly PluginCatalog _catalog;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly SemaphoreSlim _scanning = new(1);
    private Error? _scanProblem;

    public PluginRegistry(PluginRuntime runtime, InstanceMakers makers, PluginMetrics metrics)
    {
        _runtime = runtime;
        _catalog = PluginFolders.Catalog(runtime.Options);
        _logger = runtime.Loggers.CreateLogger<PluginRegistry>();
        Plugins = new PluginSet((name, desired, cause) => new PluginSupervisor(
            new LifecycleState(name, LifecyclePolicy.Of(runtime.Options)) { Desired = desired }, runtime, makers, Dependents!, cause, Announce));
        Dependents = new DependencyCascade(Plugins, runtime.Loggers.CreateLogger<DependencyCascade>());
        metrics.Observe(() => Plugins.All.Select(Read));
    }

    /// <summary>Raised after each change of state or configuration, on any thread.</summary>
    public event Action<PluginSnapshot>? Changed;

    /// <summary>The plugins, and what a scan last found of them.</summary>
    public PluginSet Plugins { get; }

    /// <summary>The cascade over plugins that need others.</summary>
    public DependencyCascade Dependents { get; }

    /// <summary>Cancelled when the service begins to stop.</summary>
    public CancellationToken Stopping => _stopping.Token;

    /// <summary>Stops all new work.</summary>
    public Task StopAsync() => _stopping.CancelAsync();

    /// <summary>Finds the reason why nothing can be done now: the service stops, or the disk takes nothing.</summary>
    public Error? FindRefusal() => _stopping.IsCancellationRequested ? new Error(PluginRuntimeErrors.ShuttingDown) : _runtime.Storage.Check();

    /// <summary>The plugin as it is shown now.</summary>
    public PluginSnapshot Snapshot(PluginSupervisor supervisor) => SnapshotBuilder.Build(supervisor, _runtime.Options);

    /// <summary>Finds the state that an administrator wants a plugin to have.</summary>
    public async Task<DesiredState> FindDesiredStateAsync(PluginName plugin) => Plugins.Find(plugin)?.Lifecycle.Desired
        ?? (await _runtime.Store.GetDesiredStatesAsync(CancellationToken.None)).GetValueOrDefault(plugin, DesiredState.Running);

    /// <summary>Looks through the plugins directory.</summary>
    /// <returns>The reason why it cannot be used; null when it can.</returns>
    public async Task<Error?> ScanAsync(ChangeCause cause, CancellationToken cancellationToken)
    {
        // One after the other: what an earlier look has seen must not take the place of what a later one has.
        await _scanning.WaitAsync(cancellationToken);
        try
        {
            var scan = await Task.Run(() => _catalog.Scan(cancellationToken), cancellationToken);
            Report(scan.Problem);
            Plugins.Update(scan.Entries, await ReadDesiredAsync(scan.Entries, cancellationToken), cause);
            return scan.Problem;
        }
        finally
        {
            _scanning.Release();
        }
    }

    /// <summary>Tells that a plugin has changed.</summary>
    public void Announce(PluginSupervisor supervisor)
    {
        Dependents.Notice(supervisor);

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

    /// <inheritdoc />
    public void Dispose()
    {
        Dependents.Dispose();
        _stopping.Dispose();
    }

    // Of a plugin that is known already only its supervisor knows what is wanted by now.
    private async Task<IReadOnlyDictionary<PluginName, DesiredState>> ReadDesiredAsync(
        IReadOnlyCollection<CatalogEntry> entries, CancellationToken cancellationToken) =>
        entries.All(entry => Plugins.Find(entry.Name) is not null)
            ? ImmutableDictionary<PluginName, DesiredState>.Empty
            : await _runtime.Store.GetDesiredStatesAsync(cancellationToken);

    private void Report(Error? problem)
    {
        // Each scan finds the same problem; only a new one is news.
        if (problem is not null && problem.Code != _scanProblem?.Code)
        {
            // A service without plugins is an ordinary service.
            var level = problem.Code == PluginFolderErrors.DirectoryMissing ? LogLevel.Information : LogLevel.Error;
            Log.DirectoryUnusable(_logger, level, problem);
        }

        _scanProblem = problem;
    }

    private PluginReading Read(PluginSupervisor supervisor)
    {
        var (status, counters) = (supervisor.Journal.Status, supervisor.Record.Counters);
        var uptime = status.StartTimestamp is { } startedAt ? _runtime.TimeProvider.GetElapsedTime(startedAt) : TimeSpan.Zero;
        var usage = SnapshotBuilder.Usage(supervisor);
        var health = SnapshotBuilder.Health(supervisor, usage, _runtime.Options);
        return new PluginReading(supervisor.Record.Name, status.State.Name(), health.Status, usage, uptime, counters);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4012, Message = "No plugins can be found: {Problem}")]
        public static partial void DirectoryUnusable(ILogger logger, LogLevel level, Error problem);

        [LoggerMessage(EventId = 4014, Level = LogLevel.Error, Message = "A listener failed to take a change of plugin {Plugin}")]
        public static partial void ListenerFailed(ILogger logger, string plugin, Exception exception);
    }
}
