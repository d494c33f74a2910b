using System.Buffers;
using System.Threading.Channels;

namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// The frames that wait to be sent on one connection. Bounded in frames and in bytes: a connection whose queue is full must be aborted,
/// because nobody ever waits for a receiver. Pushes that come before the login's reply are kept back until it is queued, so that a greeting
/// can never overtake it.
/// </summary>
/// <param name="capacity">Frames that may wait.</param>
internal sealed class SendQueue(int capacity, FramePacing pacing, Action<int> sent, TimeProvider timeProvider)
{
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxKeptBack = 64;
    private const int BatchBytes = 16 * 1024;

    private readonly Channel<QueuedFrame> _frames = Channel.CreateBounded<QueuedFrame>(new BoundedChannelOptions(capacity)
    {
        SingleReader = true,
        FullMode = BoundedChannelFullMode.Wait,
    });

    private readonly FramePacer _pacer = new(pacing, timeProvider);
    private readonly Lock _loginLock = new();
    private List<OutgoingFrame>? _keptBack = [];
    private long _bytes;

    // Rented while there is something to send: most connections are silent most of the time.
    private byte[]? _batch;
    private int _batchedBytes;
    private int _batchedFrames;
    private volatile bool _completed;

    /// <summary>Queues a push.</summary>
    /// <returns>False when the queue is full.</returns>
    public bool TryPush(OutgoingFrame frame)
    {
        if (Volatile.Read(ref _keptBack) is not null)
        {
            lock (_loginLock)
            {
                if (_keptBack is { } keptBack)
                {
                    keptBack.Add(frame);
                    return keptBack.Count <= MaxKeptBack;
                }
            }
        }

        return TryQueue(frame, notBefore: 0);
    }

    /// <summary>Queues the reply to a request.</summary>
    /// <returns>False when the queue is full.</returns>
    public bool TryReply(OutgoingFrame frame, long receivedAt)
    {
        var notBefore = receivedAt + (long)(pacing.MinReplyDelay.TotalSeconds * timeProvider.TimestampFrequency);
        if (!frame.Traits.HasFlag(FrameTraits.LoginReply))
        {
            return TryQueue(frame, notBefore);
        }

        lock (_loginLock)
        {
            var queued = TryQueue(frame, notBefore);
            foreach (var push in _keptBack ?? [])
            {
                queued &= TryQueue(push, notBefore: 0);
            }

            Volatile.Write(ref _keptBack, null);
            return queued;
        }
    }

    /// <summary>Completes the queue; queued frames are still sent.</summary>
    public void Complete()
    {
        _completed = true;
        _frames.Writer.TryComplete();
    }

    /// <summary>Sends until the queue is completed and empty.</summary>
    /// <param name="write">Takes bytes; returns when the network has taken them.</param>
    public async Task DrainAsync(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        while (await _frames.Reader.WaitToReadAsync(cancellationToken))
        {
            while (_frames.Reader.TryRead(out var next))
            {
                Interlocked.Add(ref _bytes, -next.Frame.Bytes.Length);
                await WaitForAsync(next, write, cancellationToken);
                await AppendAsync(next.Frame.Bytes, write, cancellationToken);
                if (FramePacer.StartsAWait(next.Frame))
                {
                    await FlushAsync(write, cancellationToken);
                }

                _pacer.Sent(next.Frame);
            }

            await FlushAsync(write, cancellationToken);
            ReturnBatch();
        }
    }

    private async ValueTask AppendAsync(
        ReadOnlyMemory<byte> frame, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        if (_batchedBytes + frame.Length > BatchBytes)
        {
            await FlushAsync(write, cancellationToken);
        }

        if (frame.Length > BatchBytes)
        {
            await write(frame, cancellationToken);
            sent(1);
            return;
        }

        _batch ??= ArrayPool<byte>.Shared.Rent(BatchBytes);
        frame.CopyTo(_batch.AsMemory(_batchedBytes));
        _batchedBytes += frame.Length;
        _batchedFrames++;
    }

    private async ValueTask WaitForAsync(
        QueuedFrame next, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        while (_pacer.WaitFor(next.Frame, next.NotBefore) is var wait && wait > TimeSpan.Zero)
        {
            await FlushAsync(write, cancellationToken);

            // Timers count whole milliseconds; a rest below one would otherwise be waited for in circles.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), timeProvider, cancellationToken);
        }
    }

    private async ValueTask FlushAsync(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        if (_batchedBytes > 0)
        {
            await write(_batch.AsMemory(0, _batchedBytes), cancellationToken);
            sent(_batchedFrames);
            _batchedBytes = _batchedFrames = 0;
        }
    }

    private void ReturnBatch()
    {
        if (_batch is not null)
        {
            ArrayPool<byte>.Shared.Return(_batch);
            _batch = null;
        }
    }

    private bool TryQueue(OutgoingFrame frame, long notBefore)
    {
        if (Interlocked.Add(ref _bytes, frame.Bytes.Length) > MaxBytes)
        {
            return false;
        }

        // After completion there is nobody to send to: not a reason to abort the connection again.
        return _frames.Writer.TryWrite(new QueuedFrame(frame, notBefore)) || _completed;
    }
}
