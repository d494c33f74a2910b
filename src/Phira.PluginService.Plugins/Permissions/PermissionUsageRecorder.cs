using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Audit;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Permissions;
using Phira.PluginService.Core.Storage;

namespace Phira.PluginService.Plugins.Permissions;

/// <summary>
/// Writes down how permissions are used: what was done by moderation at once, before the plugin hears of it; uses and calls that came
/// to nothing every few seconds and when the service stops. What the store refuses is kept and tried again, up to a bound.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "A semaphore whose handle is never asked for holds nothing.")]
internal sealed partial class PermissionUsageRecorder : IHostedService
{
    private const int MaximumUnwritten = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly IPermissionStore _store;
    private readonly IAuditLog _audit;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    private readonly UseCounter _uses;
    private readonly RefusedCalls _refused;
    private readonly ConcurrentQueue<AuditRecord> _unwritten = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;

    public PermissionUsageRecorder(IPermissionStore store, IAuditLog audit, TimeProvider timeProvider, ILogger<PermissionUsageRecorder> logger)
    {
        (_store, _audit, _timeProvider, _logger) = (store, audit, timeProvider, logger);
        (_uses, _refused) = (new UseCounter(timeProvider), new RefusedCalls(timeProvider));
    }

    /// <summary>Whether what is done now can be answered for later. While it cannot, plugins moderate nothing.</summary>
    public bool CanRecord => _unwritten.Count < MaximumUnwritten;

    /// <summary>The present day.</summary>
    public DateOnly Today => _uses.Today;

    /// <summary>Counts a use.</summary>
    public void CountUse(PluginName plugin, string permission) => _uses.Count(plugin, permission);

    /// <summary>Takes note of a moderation call that came to nothing.</summary>
    public void NoteRefused(PluginName plugin, AuditRecord record) => _refused.Add(plugin, record);

    /// <summary>Writes a record. When the log does not take it, it is tried again later.</summary>
    public async Task<bool> RecordAsync(AuditRecord record)
    {
        try
        {
            await _audit.AppendAsync(record, CancellationToken.None);
            return true;
        }
        catch (StorageException)
        {
            // The log keeps the record and writes it as soon as the disk takes writes again.
            return false;
        }
        catch (Exception exception)
        {
            Log.NotRecorded(_logger, record.Action, record.Actor, exception);
            if (CanRecord)
            {
                _unwritten.Enqueue(record);
            }

            return false;
        }
    }

    /// <summary>Sums the uses of a plugin within some days, those of this moment included.</summary>
    public async Task<IReadOnlyDictionary<string, long>> GetUsesAsync(PluginName plugin, int days, CancellationToken cancellationToken)
    {
        await FlushAsync(everything: false);
        return await _store.GetUsesAsync(plugin, Today.AddDays(1 - days), cancellationToken);
    }

    /// <summary>Writes down what waits.</summary>
    /// <param name="everything">Whether nothing may wait any longer.</param>
    public async Task FlushAsync(bool everything)
    {
        await _writing.WaitAsync();
        try
        {
            for (var count = _unwritten.Count; count > 0 && _unwritten.TryDequeue(out var record); count--)
            {
                if (!await RecordAsync(record))
                {
                    break;
                }
            }

            foreach (var record in _refused.Take(everything))
            {
                await RecordAsync(record);
            }

            await WriteUsesAsync();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(RunAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _loop;
        await FlushAsync(everything: true).WaitAsync(cancellationToken);
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval, _timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await FlushAsync(everything: false);
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops.
        }
    }

    private async Task WriteUsesAsync()
    {
        var uses = _uses.Take();
        if (uses.IsEmpty)
        {
            return;
        }

        try
        {
            await _store.AddUsesAsync(uses, CancellationToken.None);
        }
        catch (Exception exception)
        {
            if (exception is not StorageException)
            {
                Log.UsesNotWritten(_logger, exception);
            }

            _uses.PutBack(uses);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 4040, Level = LogLevel.Error, Message = "The audit log did not take {Action} of {Actor}")]
        public static partial void NotRecorded(ILogger logger, string action, string actor, Exception exception);

        [LoggerMessage(EventId = 4041, Level = LogLevel.Error, Message = "The uses of permissions could not be written")]
        public static partial void UsesNotWritten(ILogger logger, Exception exception);
    }
}
