using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Plugins.Lifecycle.Records;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Sandbox.Compilation;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>Loads the plugins when the service starts, and ends them when it stops.</summary>
internal sealed partial class PluginStartup(PluginRuntime runtime, ComponentCompiler compiler, PluginRegistry registry) : IHostedService
{
    private static readonly TimeSpan ShutdownDeadline = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan WritingDeadline = TimeSpan.FromMilliseconds(500);
    private static readonly ChangeCause StartCause = ChangeCause.ByService(ChangeSource.Host, LocalizedText.Of("cause.service_starts"));
    private static readonly ChangeCause StopCause = ChangeCause.ByService(ChangeSource.Host, LocalizedText.Of("cause.service_stops"));

    private readonly ILogger _logger = runtime.Loggers.CreateLogger<PluginStartup>();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _following = Task.CompletedTask;

    /// <summary>Completes when the first loading is over: every plugin is running or has said why not.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Completes when the first plugins are loaded, or have said why not.</summary>
    public Task Loading { get; private set; } = Task.CompletedTask;

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nothing of the rest waits for plugins: compiling them can take many seconds.
        Loading = Task.Run(() => LoadAllAsync(registry.Stopping), CancellationToken.None);
        _following = registry.Dependents.RunAsync(registry.Stopping);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await registry.StopAsync();
        var plugins = registry.Plugins.All.ToList();
        var unloading = Task.WhenAll(plugins.Select(plugin => plugin.EnqueueAsync(
            () => plugin.ApplyAsync(new LifecycleTrigger.ShutdownRequested(StopCause)), CancellationToken.None)));
        foreach (var plugin in plugins)
        {
            plugin.CutDeadline(runtime.Options.StopDeadline);
        }

        if (!await IsDoneAsync(unloading, ShutdownDeadline, cancellationToken))
        {
            Log.ShutdownOverdue(_logger);
        }

        // They read the store, which is disposed of next.
        await IsDoneAsync(Task.WhenAll(Loading, _following), WritingDeadline, CancellationToken.None);
        await IsDoneAsync(runtime.Crashes.CompleteAsync(), WritingDeadline, CancellationToken.None);

        // What plugins that are still busy went through must not be lost with them.
        await IsDoneAsync(
            Task.WhenAll(registry.Plugins.All.Select(plugin => plugin.Journal.WriteDownAsync())), WritingDeadline, CancellationToken.None);
    }

    private async Task<bool> IsDoneAsync(Task work, TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            await work.WaitAsync(within, runtime.TimeProvider, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        using var readiness = new InitialReadiness(compiler, runtime.Versions);
        try
        {
            await runtime.Versions.PrepareAsync(cancellationToken);
            await registry.ScanAsync(StartCause, cancellationToken);
            foreach (var quarantine in await runtime.Store.GetQuarantinesAsync(cancellationToken))
            {
                registry.Plugins.Find(quarantine.Plugin)?.Notice(new LifecycleTrigger.QuarantineKnown(quarantine));
            }

            var loads = new InitialLoad(registry.Plugins, StartCause).Begin(cancellationToken);
            await readiness.ReachedAsync(loads, registry.Plugins.Entries, cancellationToken);
            _ready.TrySetResult();
            await Task.WhenAll(loads.Values);
            var running = registry.Plugins.All.Count(plugin => plugin.State == PluginState.Running);
            Log.Loaded(_logger, running, loads.Count);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.LoadingFailed(_logger, exception);
        }
        finally
        {
            _ready.TrySetResult();
            runtime.Events.LoadingIsOver();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4023, Level = LogLevel.Information, Message = "The plugins are loaded: {Running} of {Count} run")]
        public static partial void Loaded(ILogger logger, int running, int count);

        [LoggerMessage(EventId = 4013, Level = LogLevel.Error, Message = "The plugins could not be loaded")]
        public static partial void LoadingFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 4015, Level = LogLevel.Warning, Message = "Some plugins did not stop in time; the service stops without them")]
        public static partial void ShutdownOverdue(ILogger logger);
    }
}
