using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Plugins;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Plugins.Events;
using Phira.PluginService.Plugins.Lifecycle.Rules;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Lifecycle.Records;

/// <summary>
/// The status of one plugin, and its history. Each move is published at once and written down soon after. Moves are recorded by the
/// supervisor's operations and, upon a fault, on the plugin's own thread: their numbers keep them in order.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed partial class PluginJournal
{
    private readonly PluginRecord _record;
    private readonly PluginRuntime _runtime;
    private readonly ILogger _logger;
    private readonly Action _changed;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1);
    private List<(long Number, PluginTransition Transition)> _unwritten = [];
    private PluginStatus _status;

    /// <param name="changed">Called after each change.</param>
    public PluginJournal(PluginRecord record, PluginRuntime runtime, LifecycleState lifecycle, ChangeCause cause, Action changed)
    {
        _record = record;
        _runtime = runtime;
        _logger = runtime.Loggers.CreateLogger<PluginJournal>();
        _changed = changed;
        _status = new PluginStatus(lifecycle, runtime.TimeProvider.GetUtcNow());
        _unwritten.Add((0, new PluginTransition(record.Name, null, lifecycle.State, _status.ChangedAt, cause, null)));
    }

    /// <summary>The present status.</summary>
    public PluginStatus Status => Volatile.Read(ref _status);

    /// <summary>Shows and keeps a move.</summary>
    public void Record(LifecycleEffect.Record move)
    {
        var (after, from) = (move.After, move.From);
        lock (_lock)
        {
            var now = _runtime.TimeProvider.GetUtcNow();
            if (after.Moves > _status.Lifecycle.Moves)
            {
                Volatile.Write(ref _status, Show(_status with { Lifecycle = after, ChangedAt = now }, move.Started));
            }

            _unwritten.Add((after.Moves, new PluginTransition(_record.Name, from, after.State, now, move.Cause, after.Failure?.Text())));
        }

        Report(from, after.State, after.Failure);
        _changed();
        _runtime.Events.Publish(new PluginStateChanged(_record.Name, from.Name(), after.State.Name()));
    }

    /// <summary>Shows what is known without a move.</summary>
    public void Note(LifecycleEffect.Note note)
    {
        lock (_lock)
        {
            // A move that is recorded meanwhile shows the same.
            if (note.After.Moves == _status.Lifecycle.Moves)
            {
                Volatile.Write(ref _status, _status with { Lifecycle = note.After });
            }
        }

        if (note.Announce)
        {
            _changed();
        }
    }

    /// <summary>Changes what is shown without a move: manifest, hash, times. Dependents are found by the manifest.</summary>
    public void Edit(Func<PluginStatus, PluginStatus> edit)
    {
        lock (_lock)
        {
            Volatile.Write(ref _status, edit(_status));
        }
    }

    /// <summary>Writes down what has happened since the last time. A store that fails costs history, never a plugin.</summary>
    public async Task WriteDownAsync()
    {
        await _writing.WaitAsync();
        try
        {
            List<(long Number, PluginTransition Transition)> unwritten;
            lock (_lock)
            {
                (unwritten, _unwritten) = (_unwritten, []);
            }

            List<PluginTransition> transitions = [.. unwritten.OrderBy(entry => entry.Number).Select(entry => entry.Transition)];

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

    private PluginStatus Show(PluginStatus status, StartedInstance? started)
    {
        if (started is not null)
        {
            return status with
            {
                Manifest = started.Manifest,
                Sha256 = started.Sha256,
                StartedAt = status.ChangedAt,
                StartTimestamp = _runtime.TimeProvider.GetTimestamp(),
                StartTime = started.StartTime,
                CompileTime = started.CompileTime ?? status.CompileTime,
            };
        }

        return status.State is PluginState.Running or PluginState.Stopping or PluginState.Stopped
            ? status
            : status with { StartedAt = null, StartTimestamp = null };
    }

    private void Report(PluginState from, PluginState state, Error? failure)
    {
        if (failure?.Code == PermissionErrors.AsksForForbidden)
        {
            Log.Forbidden(_logger, _record.Name.Value, failure);
        }
        else if (failure is not null && state == PluginState.PendingApproval)
        {
            Log.Waits(_logger, _record.Name.Value, $"/manage/{_record.Name}/permissions");
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
            Log.Moved(_logger, _record.Name.Value, from, state);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4009, Level = LogLevel.Information, Message = "Plugin {Plugin}: {From} -> {State}")]
        public static partial void Moved(ILogger logger, string plugin, PluginState from, PluginState state);

        [LoggerMessage(EventId = 4010, Level = LogLevel.Error, Message = "Plugin {Plugin} is {State}: {Failure}")]
        public static partial void Failed(ILogger logger, string plugin, PluginState state, Error failure);

        [LoggerMessage(EventId = 4020, Level = LogLevel.Warning, Message = "Plugin {Plugin} waits for approval in the dashboard at {Path}")]
        public static partial void Waits(ILogger logger, string plugin, string path);

        [LoggerMessage(EventId = 4042, Level = LogLevel.Warning, Message = "Plugin {Plugin} cannot be approved: {Missing}")]
        public static partial void Forbidden(ILogger logger, string plugin, Error missing);

        [LoggerMessage(EventId = 4021, Level = LogLevel.Warning, Message = "Plugin {Plugin} needs a manifest: {Failure}")]
        public static partial void NeedsManifest(ILogger logger, string plugin, Error failure);

        [LoggerMessage(EventId = 4011, Level = LogLevel.Error, Message = "The history of plugin {Plugin} could not be written")]
        public static partial void NotWritten(ILogger logger, string plugin, Exception exception);
    }
}
