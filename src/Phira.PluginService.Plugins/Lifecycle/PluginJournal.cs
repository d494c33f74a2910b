using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Events;

namespace Phira.PluginService.Plugins.Lifecycle;

/// <summary>
/// The state of one plugin and its history. Each change is published at once and written down soon after, in order. The supervisor's
/// operations and a fault on the plugin's own thread may change the state, so it is guarded here.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed partial class PluginJournal
{
    private readonly PluginRecord _record;
    private readonly PluginRuntime _runtime;
    private readonly ILogger _logger;
    private readonly Action _changed;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _writing = new(1);
    private List<PluginTransition> _unwritten = [];
    private PluginStatus _status;

    /// <param name="changed">Called after each change.</param>
    public PluginJournal(PluginRecord record, PluginRuntime runtime, ChangeCause cause, Action changed)
    {
        _record = record;
        _runtime = runtime;
        _logger = runtime.Loggers.CreateLogger<PluginJournal>();
        _changed = changed;
        _status = new PluginStatus(PluginState.Discovered, runtime.Time.GetUtcNow());
        _unwritten.Add(new PluginTransition(record.Name, null, PluginState.Discovered, _status.ChangedAt, cause, null));
    }

    /// <summary>The present status.</summary>
    public PluginStatus Status => Volatile.Read(ref _status);

    /// <summary>Changes the state.</summary>
    /// <param name="failure">Why it failed, when it did.</param>
    public void Move(PluginState state, ChangeCause cause, Error? failure = null, Func<PluginStatus, PluginStatus>? edit = null)
    {
        PluginState former;
        lock (_gate)
        {
            former = _status.State;
            var next = _status with { State = state, ChangedAt = _runtime.Time.GetUtcNow(), Failure = failure, RestartAt = null };
            if (state is not (PluginState.Running or PluginState.Stopping or PluginState.Stopped))
            {
                next = next with { StartedAt = null, StartTimestamp = null };
            }

            if (state is PluginState.Running or PluginState.Unloaded)
            {
                next = next with { Refused = null };
            }

            Volatile.Write(ref _status, edit?.Invoke(next) ?? next);
            _unwritten.Add(new PluginTransition(_record.Name, former, state, next.ChangedAt, cause, failure?.Text()));
        }

        Report(former, state, failure);
        _changed();
        _runtime.Events.Publish(new PluginStateChanged(_record.Name, former.Name(), state.Name()));
    }

    /// <summary>Changes what is known without a change of state.</summary>
    public void Note(Func<PluginStatus, PluginStatus> edit, bool tell = false)
    {
        lock (_gate)
        {
            Volatile.Write(ref _status, edit(_status));
        }

        if (tell)
        {
            _changed();
        }
    }

    /// <summary>Writes down what has happened since the last time. A store that fails costs history, never a plugin.</summary>
    public async Task WriteDownAsync()
    {
        await _writing.WaitAsync();
        try
        {
            List<PluginTransition> transitions;
            lock (_gate)
            {
                (transitions, _unwritten) = (_unwritten, []);
            }

            if (transitions.Count > 0)
            {
                await _runtime.Store.AppendTransitionsAsync(transitions, CancellationToken.None);
            }
        }
        catch (StorageException)
        {
            // The store keeps them and writes them as soon as the disk takes writes again.
        }
        catch (Exception exception)
        {
            Log.NotWritten(_logger, _record.Name.Value, exception);
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Report(PluginState former, PluginState state, Error? failure)
    {
        if (failure?.Code == PermissionErrors.AsksForForbidden)
        {
            Log.Forbidden(_logger, _record.Name.Value, failure);
        }
        else if (failure is not null && state == PluginState.PendingApproval)
        {
            Log.Waits(_logger, _record.Name.Value, failure);
        }
        else if (failure is not null && state == PluginState.Discovered)
        {
            Log.NeedsManifest(_logger, _record.Name.Value, failure);
        }
        else if (failure is not null)
        {
            Log.Failed(_logger, _record.Name.Value, state, failure);
        }
        else if (state is PluginState.Running or PluginState.Stopped or PluginState.Unloaded)
        {
            Log.Moved(_logger, _record.Name.Value, former, state);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4009, Level = LogLevel.Information, Message = "Plugin {Plugin}: {Former} -> {State}")]
        public static partial void Moved(ILogger logger, string plugin, PluginState former, PluginState state);

        [LoggerMessage(EventId = 4010, Level = LogLevel.Error, Message = "Plugin {Plugin} is {State}: {Failure}")]
        public static partial void Failed(ILogger logger, string plugin, PluginState state, Error failure);

        [LoggerMessage(EventId = 4020, Level = LogLevel.Warning, Message = "Plugin {Plugin} waits for approval: {Missing}")]
        public static partial void Waits(ILogger logger, string plugin, Error missing);

        [LoggerMessage(EventId = 4042, Level = LogLevel.Warning, Message = "Plugin {Plugin} cannot be approved: {Missing}")]
        public static partial void Forbidden(ILogger logger, string plugin, Error missing);

        [LoggerMessage(EventId = 4021, Level = LogLevel.Warning, Message = "Plugin {Plugin} needs a manifest: {Failure}")]
        public static partial void NeedsManifest(ILogger logger, string plugin, Error failure);

        [LoggerMessage(EventId = 4011, Level = LogLevel.Error, Message = "The history of plugin {Plugin} could not be written")]
        public static partial void NotWritten(ILogger logger, string plugin, Exception exception);
    }
}
