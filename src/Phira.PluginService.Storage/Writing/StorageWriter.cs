using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Phira.PluginService.Storage.Model;

namespace Phira.PluginService.Storage.Writing;

/// <summary>
/// The only writer of the database. Writes wait in a bounded queue (who finds it full waits for room) and are committed together: those that came
/// while the disk was busy share the next flush. A write that fails is undone alone.
/// </summary>
internal sealed class StorageWriter : IAsyncDisposable
{
    private const int LargestBatch = 64;
    private const string Savepoint = "one_write";

    private readonly IDbContextFactory<PhiraDbContext> contexts;
    private readonly StorageStartup startup;
    private readonly Channel<PendingWrite> queue;
    private readonly Task loop;

    public StorageWriter(IDbContextFactory<PhiraDbContext> contexts, StorageStartup startup, IOptions<StorageOptions> options)
    {
        this.contexts = contexts;
        this.startup = startup;
        queue = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(options.Value.WriteQueue)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        });
        loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Carries out a write; when the task completes, the write is on the disk. A write that has begun cannot be cancelled.</summary>
    public async Task<T> WriteAsync<T>(Func<PhiraDbContext, Task<T>> write, CancellationToken cancellationToken)
    {
        if (!startup.IsPrepared)
        {
            throw new InvalidOperationException("The storage was used before it was prepared.");
        }

        var pending = new PendingWrite<T>(write, cancellationToken);
        try
        {
            await queue.Writer.WriteAsync(pending, cancellationToken);
        }
        catch (ChannelClosedException exception)
        {
            throw new ObjectDisposedException("The storage is closed.", exception);
        }

        return await pending.Completion;
    }

    /// <summary>Carries out what is queued, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<PendingWrite>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var pending))
            {
                if (!pending.IsAbandoned())
                {
                    batch.Add(pending);
                }
            }

            await CommitAsync(batch);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<PendingWrite> batch)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync();
            await using var transaction = await context.Database.BeginTransactionAsync();
            foreach (var write in batch)
            {
                await RunAsync(write, context, transaction);
            }

            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            batch.ForEach(write => write.Fail(exception));
            return;
        }

        batch.ForEach(write => write.Acknowledge());
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
}
