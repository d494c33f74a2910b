using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Storage;
using Phira.PluginService.Storage.Databases;
using Phira.PluginService.Storage.Health;
using Phira.PluginService.Storage.Model;
using Phira.PluginService.Storage.Opening;
using Phira.PluginService.Storage.Settings;
using Phira.PluginService.Storage.Telemetry;

namespace Phira.PluginService.Storage.Writing;

/// <summary>
/// The only writer of the database. Writes wait in a bounded queue (who finds it full waits for room) and are committed together: those that came
/// while the disk was busy share the next flush. A write that fails is undone alone. While the database takes no writes, they fail with a
/// <see cref="StorageException"/>; records of what has happened are kept, in order, and written when it takes them again.
/// </summary>
internal sealed partial class StorageWriter : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const int LargestBacklog = 10_000;
    private const string Savepoint = "one_write";

    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);

    private readonly IServiceDatabase _database;
    private readonly StorageStartup _startup;
    private readonly StorageHealth _health;
    private readonly StorageMetrics _metrics;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<StorageWriter> _logger;
    private readonly Channel<PendingWrite> _queue;
    private readonly List<PendingWrite> _backlog = [];
    private readonly ITimer _timer;
    private readonly Task _loop;
    private int _backlogLength;

    public StorageWriter(
        IServiceDatabase database,
        StorageStartup startup,
        StorageHealth health,
        StorageMetrics metrics,
        TimeProvider timeProvider,
        IOptions<StorageOptions> options,
        ILogger<StorageWriter> logger)
    {
        _database = database;
        _startup = startup;
        _health = health;
        _metrics = metrics;
        _timeProvider = timeProvider;
        _logger = logger;
        _queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(options.Value.WriteQueue)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
        metrics.Observe(() => _queue.Reader.Count, () => Volatile.Read(ref _backlogLength));
        _loop = Task.Run(WriteAllAsync);
        _timer = timeProvider.CreateTimer(_ => Look(), state: null, LookInterval, LookInterval);
    }

    /// <summary>Carries out a write; when the task completes, the write is on the disk. A write that has begun cannot be cancelled.</summary>
    /// <exception cref="StorageException">The database takes no writes; nothing was written.</exception>
    public Task<T> WriteAsync<T>(Func<PhiraDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        QueueAsync(new PendingWrite<T>(write, cancellationToken), cancellationToken);

    /// <summary>Records what has happened already.</summary>
    /// <exception cref="StorageException">The database takes no writes; the record is kept and written later.</exception>
    public Task<T> RecordAsync<T>(Func<PhiraDbContext, Task<T>> write, CancellationToken cancellationToken) =>
        QueueAsync(new PendingWrite<T>(write, cancellationToken) { IsRecord = true }, cancellationToken);

    /// <summary>Carries out what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        _queue.Writer.TryComplete();
        await _loop;
        if (_backlog.Count > 0)
        {
            await WriteBacklogAsync();
            if (_backlog.Count > 0)
            {
                Log.Lost(_logger, _backlog.Count, _database.Location);
            }
        }
    }

    private async Task<T> QueueAsync<T>(PendingWrite<T> pending, CancellationToken cancellationToken)
    {
        if (!_startup.IsPrepared)
        {
            throw new InvalidOperationException("The storage was used before it was prepared.");
        }

        try
        {
            await _queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new ObjectDisposedException("The storage is closed.", exception);
        }

        return await pending.Completion;
    }

    /// <summary>
    /// Notices a lack of room or the loss of a server before a write fails, and a database that takes writes again. A full queue is as good as a probe.
    /// </summary>
    private void Look()
    {
        if (_startup.IsPrepared && (_database.IsRemote || _health.Check() is not null))
        {
            _queue.Writer.TryWrite(new StorageProbe(_database));
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<PendingWrite>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var pending))
            {
                if (!pending.IsAbandoned())
                {
                    batch.Add(pending);
                }
            }

            await WriteAsync(batch);
            Volatile.Write(ref _backlogLength, _backlog.Count);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<PendingWrite> batch)
    {
        var probe = batch.OfType<StorageProbe>().FirstOrDefault();
        batch.RemoveAll(write => write is StorageProbe);
        if (_health.Problem is not null && probe is not null)
        {
            await TryRecoverAsync(probe);
        }

        if (_health.Problem is null)
        {
            var (refused, why) = await TryWriteAsync(batch);
            if (why is not null && _database.IsRemote)
            {
                // A connection is found lost when it is used. Perhaps the server can be reached again.
                (refused, why) = await TryWriteAsync(refused);
            }

            if (why is null)
            {
                return;
            }

            _health.Fail(why);
            batch = refused;
        }

        await WriteRecordsAsync(batch);
    }

    private async Task<(List<PendingWrite> Refused, Error? Why)> TryWriteAsync(List<PendingWrite> batch) =>
        batch.Count > 0 ? await SettleAsync(batch) : ([], await _database.FindLossAsync());

    /// <summary>Tries only records while the database takes no writes, in the room that the reserve has left; all else is refused.</summary>
    private async Task WriteRecordsAsync(List<PendingWrite> batch)
    {
        var refusal = new StorageException(_health.Problem!);
        foreach (var write in batch)
        {
            if (!write.IsRecord)
            {
                write.Fail(refusal);
            }
            else if (_backlog.Count < LargestBacklog)
            {
                _backlog.Add(write);
            }
            else
            {
                Log.Lost(_logger, 1, _database.Location);
                write.Fail(refusal);
            }
        }

        await WriteBacklogAsync();
    }

    private async Task TryRecoverAsync(StorageProbe probe)
    {
        await WriteBacklogAsync();
        if (_backlog.Count > 0)
        {
            return;
        }

        var exception = await CommitAsync([probe]);
        if (exception is null)
        {
            _health.TryRecover();
        }
        else if (FindRefusal(exception) is { } why)
        {
            _health.Fail(why);
        }
    }

    private async Task WriteBacklogAsync()
    {
        while (_backlog.Count > 0)
        {
            var count = Math.Min(LargestBatch, _backlog.Count);
            var (refused, why) = await SettleAsync(_backlog[..count]);
            _backlog.RemoveRange(0, count);
            if (why is not null)
            {
                _health.Fail(why);
                _backlog.InsertRange(0, refused);
                var refusal = new StorageException(why);
                _backlog.ForEach(write => write.Fail(refusal));
                return;
            }
        }
    }

    /// <summary>Commits, and answers all but those that the database refused.</summary>
    private async Task<(List<PendingWrite> Refused, Error? Why)> SettleAsync(List<PendingWrite> batch)
    {
        var exception = await ResolveDoubtsAsync(batch) ?? await CommitAsync(batch);
        var why = FindRefusal(exception) ?? batch.Select(write => FindRefusal(write.Failure)).FirstOrDefault(refusal => refusal is not null);
        var refused = (why, exception) switch
        {
            (null, _) => [],
            (_, null) => batch.FindAll(write => FindRefusal(write.Failure) is not null),
            _ => batch.ToList(),
        };
        foreach (var write in batch.Except(refused))
        {
            if (exception is null)
            {
                write.Acknowledge();
            }
            else
            {
                write.Fail(write.Failure ?? exception);
            }
        }

        return (refused, why);
    }

    /// <summary>Finds out about transactions whose outcome was not told. Their writes are answered; none is written twice.</summary>
    private async Task<Exception?> ResolveDoubtsAsync(List<PendingWrite> batch)
    {
        try
        {
            foreach (var transaction in batch.Select(write => write.InDoubt).OfType<string>().Distinct().ToArray())
            {
                var doubted = batch.FindAll(write => write.InDoubt == transaction);
                if (await _database.FindOutcomeAsync(transaction))
                {
                    doubted.ForEach(write => write.Acknowledge());
                    batch.RemoveAll(doubted.Contains);
                }

                doubted.ForEach(write => write.InDoubt = null);
            }

            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private Error? FindRefusal(Exception? exception) => _database.FindRefusedWrite(exception);

    private async Task<Exception?> CommitAsync(List<PendingWrite> batch)
    {
        if (batch.Count == 0)
        {
            return null;
        }

        var started = _timeProvider.GetTimestamp();
        var exception = await TryCommitAsync(batch);
        _metrics.Committed(exception is null, _timeProvider.GetElapsedTime(started));
        return exception;
    }

    private async Task<Exception?> TryCommitAsync(List<PendingWrite> batch)
    {
        try
        {
            await using var context = await _database.CreateWritingContextAsync(CancellationToken.None);
            await using var transaction = await context.Database.BeginTransactionAsync();
            foreach (var write in batch)
            {
                await RunAsync(write, context, transaction);
            }

            var name = await _database.NameTransactionAsync(context);
            batch.ForEach(write => write.InDoubt = name);
            await transaction.CommitAsync();
            batch.ForEach(write => write.InDoubt = null);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static async Task RunAsync(PendingWrite write, PhiraDbContext context, IDbContextTransaction transaction)
    {
        await transaction.CreateSavepointAsync(Savepoint);
        if (await write.RunAsync(context))
        {
            await transaction.ReleaseSavepointAsync(Savepoint);
        }
        else
        {
            await transaction.RollbackToSavepointAsync(Savepoint);
            await transaction.ReleaseSavepointAsync(Savepoint);
        }

        context.ChangeTracker.Clear();
    }

    private static partial class Log
    {
        [LoggerMessage(3003, LogLevel.Error, "{Count} records of what has happened could not be written to {Path} and are lost")]
        public static partial void Lost(ILogger logger, int count, string path);
    }
}
