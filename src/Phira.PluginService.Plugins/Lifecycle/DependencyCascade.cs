using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// Takes plugins down that have lost one they cannot be without, dependents first, and brings them back when it is there again. It asks
/// for one plugin at a time; a cascade runs operations of dependents within the operation of their provider, never the other
/// way round, so that nobody can wait for one another.
/// </summary>
internal sealed partial class DependencyCascade(PluginSet plugins, ILogger<DependencyCascade> logger) : IDisposable
{
    private readonly ConcurrentDictionary<PluginName, byte> _changed = [];
    private readonly SemaphoreSlim _signal = new(0, 1);

    /// <summary>The plugins of this host.</summary>
    public PluginSet Plugins => plugins;

    /// <summary>Notices that a plugin has changed its state. Returns at once.</summary>
    public void Notice(PluginSupervisor plugin)
    {
        _changed[plugin.Record.Name] = 0;
        try
        {
            _signal.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // It is awake already, or the service has ended.
        }
    }

    /// <summary>Works until the service stops.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await _signal.WaitAsync(cancellationToken);
            foreach (var name in _changed.Keys)
            {
                _changed.TryRemove(name, out _);
                try
                {
                    await FollowAsync(name, cancellationToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Log.Failed(logger, name.Value, exception);
                }
            }
        }
    }

    /// <summary>Takes down what needs a plugin, before the plugin itself goes. Called in an operation of the plugin.</summary>
    /// <returns>The plugins that were taken down, in that order.</returns>
    public async Task<ImmutableArray<PluginSupervisor>> TakeDownAsync(PluginSupervisor provider, ChangeCause cause)
    {
        var dependents = plugins.RunningDependents(provider.Record.Name);
        foreach (var dependent in dependents)
        {
            await dependent.EnqueueAsync(
                () => dependent.ApplyAsync(new LifecycleTrigger.ProviderLost(provider.Record.Name, PluginState.Stopping, cause)),
                CancellationToken.None);
        }

        return dependents;
    }

    /// <summary>Brings back what was taken down, in reverse order; what does not fit any more says why.</summary>
    /// <param name="dependents">The plugins that were taken down, in that order.</param>
    public static async Task BringBackAsync(ImmutableArray<PluginSupervisor> dependents, ChangeCause cause)
    {
        foreach (var dependent in dependents.Reverse())
        {
            await ReturnAsync(dependent, cause, CancellationToken.None);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _signal.Dispose();

    private async Task FollowAsync(PluginName name, CancellationToken cancellationToken)
    {
        if (plugins.Find(name) is not { } provider)
        {
            return;
        }

        if (provider.State == PluginState.Running)
        {
            var cause = ChangeCause.ByService(ChangeSource.Supervisor, LocalizedText.Of("cause.provider_runs", $"{name}"));
            foreach (var dependent in plugins.All.Where(other => other.Lifecycle.IsHeld && PluginSet.Needs(other, name)))
            {
                await ReturnAsync(dependent, cause, cancellationToken);
            }
        }
        else if (ProviderRules.IsDown(provider.State))
        {
            foreach (var dependent in plugins.RunningDependents(name))
            {
                await dependent.EnqueueAsync(() => LoseAsync(dependent, provider), cancellationToken);
            }
        }
    }

    private static Task<Result> LoseAsync(PluginSupervisor dependent, PluginSupervisor provider)
    {
        var (name, state) = (provider.Record.Name, provider.State);
        var reason = LocalizedText.Of("cause.provider_down", name.Value, state.Name());
        return dependent.ApplyAsync(new LifecycleTrigger.ProviderLost(name, state, ChangeCause.ByService(ChangeSource.Supervisor, reason)));
    }

    private static Task<Result> ReturnAsync(PluginSupervisor dependent, ChangeCause cause, CancellationToken cancellationToken) =>
        dependent.EnqueueAsync(() => dependent.ApplyAsync(new LifecycleTrigger.ProviderReturned(cause)), cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(EventId = 4050, Level = LogLevel.Error, Message = "Could not apply the change of {Plugin} to its dependents")]
        public static partial void Failed(ILogger logger, string plugin, Exception exception);
    }
}
