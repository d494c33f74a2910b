using Phira.PluginService.Core.Web;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>
/// One stream of a plugin. A message is encoded once and kept for all; publishing it takes the same time for any number of readers, because a worker on
/// the thread pool wakes them. Safe for several threads.
/// </summary>
/// <param name="onDropped">Called for each reader that is too slow.</param>
internal sealed class EventStream(RouteAccess access, StreamsOptions options, string epoch, Action onDropped) : IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private readonly MessageBuffer _messages = new(options.StreamBufferMessages, options.StreamBufferBytes);
    private readonly HashSet<StreamReading> _readers = [];
    private StreamReading[]? _snapshot;
    private bool _isWaking;
    private bool _isClosed;
    private bool _keepsAlive;

    /// <summary>The callers that may read it.</summary>
    public RouteAccess Access => access;

    public int ReaderCount
    {
        get
        {
            lock (_lock)
            {
                return _readers.Count;
            }
        }
    }

    /// <summary>Sends a message to all readers.</summary>
    /// <returns>The number of readers; null when the message is too large.</returns>
    public int? Publish(string @event, string data)
    {
        lock (_lock)
        {
            var message = StreamFrame.Encode(epoch, _messages.Next, @event, data);
            if (message.Length > options.StreamMessageBytes)
            {
                return null;
            }

            _messages.Add(message);
            WakeReaders();
            return _readers.Count;
        }
    }

    /// <summary>Adds a reader.</summary>
    /// <param name="lastEventId">The last message that it has; null for none.</param>
    /// <param name="leave">Called once when the reader has gone.</param>
    /// <returns>The reader; null when the stream is closed.</returns>
    public StreamReading? TryAdd(string? lastEventId, Action<StreamReading> leave)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return null;
            }

            var known = lastEventId is null ? null : StreamFrame.ReadId(epoch, lastEventId);
            var canContinue = known is { } number && number >= _messages.First - 1 && number < _messages.Next;
            var reader = new StreamReading(
                this,
                canContinue ? known!.Value + 1 : _messages.Next,
                missed: lastEventId is not null && !canContinue,
                gone =>
                {
                    Remove(gone);
                    leave(gone);
                });
            _readers.Add(reader);
            _snapshot = null;
            reader.Wake();
            return reader;
        }
    }

    /// <summary>Reads messages.</summary>
    /// <param name="position">Number of the first one.</param>
    /// <param name="next">Number of the first one that was not read.</param>
    public int Read(long position, Span<ReadOnlyMemory<byte>> messages, out long next)
    {
        lock (_lock)
        {
            next = position;
            var count = 0;
            while (position >= _messages.First && next < _messages.Next && count < messages.Length)
            {
                messages[count++] = _messages[next++];
            }

            return count;
        }
    }

    /// <summary>Sends a keep-alive to all readers.</summary>
    public void KeepAlive()
    {
        lock (_lock)
        {
            _keepsAlive = true;
            WakeReaders();
        }
    }

    /// <summary>Ends the stream for all readers.</summary>
    public void Close()
    {
        StreamReading[] readers;
        lock (_lock)
        {
            _isClosed = true;
            readers = Snapshot();
        }

        Array.ForEach(readers, reader => reader.End());
    }

    /// <inheritdoc />
    public void Execute()
    {
        StreamReading[] readers;
        long first;
        bool keepsAlive;
        lock (_lock)
        {
            (_isWaking, first, keepsAlive, _keepsAlive) = (false, _messages.First, _keepsAlive, false);
            readers = Snapshot();
        }

        foreach (var reader in readers)
        {
            if (reader.Position < first)
            {
                reader.Drop(onDropped);
            }
            else if (keepsAlive)
            {
                reader.KeepAlive();
            }
            else
            {
                reader.Wake();
            }
        }
    }

    // Called with the lock held.
    private void WakeReaders()
    {
        if (!_isWaking)
        {
            _isWaking = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    // Called with the lock held.
    private StreamReading[] Snapshot() => _snapshot ??= [.. _readers];

    private void Remove(StreamReading reader)
    {
        lock (_lock)
        {
            _readers.Remove(reader);
            _snapshot = null;
        }
    }
}
