using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>One reader of a stream: no more than where it is in the messages, which are the stream's.</summary>
/// <param name="position">Number of the next message to read.</param>
/// <param name="missed">Whether there were messages before that it will not get.</param>
/// <param name="leave">Called once when the reader has gone.</param>
internal sealed class StreamReading(EventStream stream, long position, bool missed, Action<StreamReading> leave) : IStreamReading
{
    private readonly ReaderSignal _signal = new();
    private long _position = position;
    private bool _missed = missed;
    private volatile bool _isQuiet;
    private volatile bool _hasEnded;
    private int _isDisposed;
    private int _isDropped;

    /// <inheritdoc />
    public event Action? Dropped;

    /// <summary>Number of the next message to read.</summary>
    public long Position => Volatile.Read(ref _position);

    /// <inheritdoc />
    public async ValueTask<bool> WaitAsync()
    {
        await _signal.WaitAsync();
        return !_hasEnded;
    }

    /// <inheritdoc />
    public int Take(Span<ReadOnlyMemory<byte>> messages)
    {
        if (_missed)
        {
            (_missed, messages[0]) = (false, StreamFrame.Gap);
            Wake();
            return 1;
        }

        var count = stream.Read(Position, messages, out var next);
        Volatile.Write(ref _position, next);
        if (count == messages.Length)
        {
            // There may be more.
            Wake();
        }

        if (count == 0 && _isQuiet)
        {
            messages[0] = StreamFrame.KeepAlive;
            count = 1;
        }

        _isQuiet = false;
        return count;
    }

    /// <inheritdoc />
    public void End()
    {
        _hasEnded = true;
        _signal.Set();
    }

    /// <summary>Wakes the reader: there is something to read.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Requests a keep-alive when nothing was sent for a while.</summary>
    public void KeepAlive()
    {
        _isQuiet = true;
        _signal.Set();
    }

    /// <summary>Drops a reader that is too slow.</summary>
    /// <param name="onDropped">Called unless that is known already.</param>
    public void Drop(Action onDropped)
    {
        if (Interlocked.Exchange(ref _isDropped, 1) != 0)
        {
            return;
        }

        onDropped();
        End();
        Dropped?.Invoke();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            // Who has gone cannot be too slow any more.
            Volatile.Write(ref _isDropped, 1);
            End();
            leave(this);
        }
    }
}
