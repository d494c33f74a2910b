using System.Collections.Concurrent;
using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.Core.Web;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.HttpStreams;

/// <summary>
/// The open streams of one plugin with their readers. They are those that its active instance has opened: a new version takes over the ones
/// that it opens under the same name. Safe for several threads.
/// </summary>
internal sealed class PluginStreams(PluginName plugin, StreamsOptions options, TimeProvider timeProvider)
{
    private const int EpochCharacters = 8;

    private readonly ConcurrentDictionary<string, EventStream> _open = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private InstanceStreams? _active;
    private long _messages;
    private long _droppedReaders;

    public PluginName Plugin => plugin;

    public StreamsOptions Options => options;

    /// <summary>The rate at which it may publish.</summary>
    public TokenBucket Rate { get; } = PluginRate.Of(options.StreamMessagesPerSecond, timeProvider);

    /// <summary>Number of readers of all streams together.</summary>
    public int ReaderCount => _open.Values.Sum(stream => stream.ReaderCount);

    /// <summary>Number of messages that were published.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Number of readers that were too slow and were disconnected.</summary>
    public long DroppedReaders => Interlocked.Read(ref _droppedReaders);

    public EventStream? Find(string name) => _open.GetValueOrDefault(name);

    /// <summary>Whether an instance is the active one.</summary>
    public bool IsActive(InstanceStreams instance) => Volatile.Read(ref _active) == instance;

    /// <summary>Makes an instance the active one.</summary>
    public void Activate(InstanceStreams instance)
    {
        lock (_lock)
        {
            Volatile.Write(ref _active, instance);
            Apply(instance.Allowed);
        }
    }

    /// <summary>Applies a change of the streams that an instance opened or may open, if it is the active one.</summary>
    public void Refresh(InstanceStreams instance)
    {
        lock (_lock)
        {
            if (_active == instance)
            {
                Apply(instance.Allowed);
            }
        }
    }

    /// <summary>Withdraws the streams of the plugin.</summary>
    public void Withdraw()
    {
        lock (_lock)
        {
            Volatile.Write(ref _active, null);
            Apply(ImmutableSortedDictionary<string, RouteAccess>.Empty);
        }
    }

    /// <summary>Sends a message.</summary>
    /// <returns>The number of readers that receive it; null when it is too large.</returns>
    public int? Publish(EventStream stream, string @event, string data)
    {
        var readers = stream.Publish(@event, data);
        if (readers is not null)
        {
            Interlocked.Increment(ref _messages);
        }

        return readers;
    }

    /// <summary>Ends all reading; the streams stay.</summary>
    public void CloseReaders()
    {
        foreach (var stream in _open.Values)
        {
            stream.Close();
        }
    }

    /// <summary>Sends a keep-alive to all readers.</summary>
    public void KeepAlive()
    {
        foreach (var stream in _open.Values)
        {
            stream.KeepAlive();
        }
    }

    // Called with the lock held.
    private void Apply(ImmutableSortedDictionary<string, RouteAccess> wanted)
    {
        foreach (var (name, stream) in _open)
        {
            if (!wanted.TryGetValue(name, out var access) || access != stream.Access)
            {
                _open.TryRemove(name, out _);
                stream.Close();
            }
        }

        foreach (var (name, access) in wanted)
        {
            _open.GetOrAdd(name, _ => new EventStream(access, options, Guid.NewGuid().ToString("n")[..EpochCharacters], CountDropped));
        }
    }

    private void CountDropped() => Interlocked.Increment(ref _droppedReaders);
}
