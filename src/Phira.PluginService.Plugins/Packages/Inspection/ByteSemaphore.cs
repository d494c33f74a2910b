namespace Phira.PluginService.Plugins.Packages.Inspection;

/// <summary>
/// Bounds how many bytes are held in memory at once. Callers wait until there is room for theirs, small before large; what is larger than
/// the bound is admitted alone.
/// </summary>
internal sealed class ByteSemaphore(long maximumBytes)
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Entry, (long Bytes, long Number)> _waiting = new();
    private long _heldBytes;
    private long _number;

    /// <summary>The number of bytes that are held now.</summary>
    public long HeldBytes => Interlocked.Read(ref _heldBytes);

    /// <summary>The number of callers that wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits until there is room.</summary>
    /// <param name="bytes">The number of bytes to hold.</param>
    /// <returns>Gives the room back when it is disposed.</returns>
    public async Task<IDisposable> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        var entry = new Entry(this, Math.Min(bytes, maximumBytes));
        lock (_lock)
        {
            _waiting.Enqueue(entry, (entry.Bytes, _number++));
            AdmitNext();
        }

        await using var registration = cancellationToken.Register(() => Withdraw(entry, cancellationToken));
        await entry.Admitted.Task;
        return entry;
    }

    private void AdmitNext()
    {
        while (_waiting.TryPeek(out var next, out _) && next.Bytes <= maximumBytes - _heldBytes)
        {
            _waiting.Dequeue();
            Interlocked.Add(ref _heldBytes, next.Bytes);
            next.Admitted.SetResult();
        }
    }

    private void Withdraw(Entry entry, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(entry, out _, out _))
            {
                return;
            }
        }

        entry.Admitted.SetCanceled(cancellationToken);
    }

    private void Release(long bytes)
    {
        lock (_lock)
        {
            Interlocked.Add(ref _heldBytes, -bytes);
            AdmitNext();
        }
    }

    private sealed class Entry(ByteSemaphore owner, long bytes) : IDisposable
    {
        private bool _released;

        public long Bytes { get; } = bytes;

        public TaskCompletionSource Admitted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Dispose()
        {
            if (!Interlocked.Exchange(ref _released, true))
            {
                owner.Release(Bytes);
            }
        }
    }
}
