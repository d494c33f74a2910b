using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Plugins.Errors;
using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Actors;

/// <summary>
/// The bounded queue of work for one plugin. It outlives the plugin's instances: the new version takes what the old one has left when it is
/// replaced. See <see cref="WorkClass"/> for what happens when it is full. While it is suspended, because the plugin crashed and is to be
/// started again, events wait as always, but never more than its hard limit: beyond that also those are dropped that are kept otherwise. A
/// caller that waits for an answer is told at once when to ask again.
/// </summary>
internal sealed class Mailbox(PluginName plugin, int capacity, PluginCounters counters)
{
    private static readonly WorkClass[] Droppable = [WorkClass.HighRate, WorkClass.Ordinary];

    // Events that must not be dropped may exceed the capacity for a while. A plugin that far behind does not come back.
    private const int HardLimitFactor = 8;

    private readonly Lock _lock = new();
    private readonly Queue<WorkItem> _urgent = new();
    private readonly Queue<(long Number, WorkItem Item)>[] _events = [new(), new(), new()];
    private long _next;
    private WorkItem? _again;
    private Action? _wake;
    private object? _server;
    private Error? _closed;
    private Error? _suspended;

    /// <summary>Number of entries waiting.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _urgent.Count + EventCount + (_again is null ? 0 : 1);
            }
        }
    }

    /// <summary>The instance that takes from it now; null when none does for the moment.</summary>
    public object? Server => Volatile.Read(ref _server);

    /// <summary>The error for those who want an answer while the plugin waits for its restart; null when it does not wait.</summary>
    public Error? Suspended
    {
        get
        {
            lock (_lock)
            {
                return _suspended;
            }
        }
    }

    private int EventCount => _events[0].Count + _events[1].Count + _events[2].Count;

    /// <summary>Adds a piece of work. When it cannot be taken, it has been told so.</summary>
    /// <returns>False when even events that must be kept no longer fit: the plugin is hopelessly behind.</returns>
    public bool Post(WorkItem item)
    {
        Error? refusal;
        var fits = true;
        Action? wake;
        lock (_lock)
        {
            // The taker continues until there is nothing more: only the first piece has to wake it.
            wake = _urgent.Count + EventCount == 0 ? _wake : null;
            refusal = _closed;
            if (refusal is null)
            {
                (refusal, fits) = Add(item);
            }
        }

        if (refusal is not null)
        {
            item.Fail(refusal);
        }

        wake?.Invoke();
        return fits;
    }

    /// <summary>Takes the next piece of work.</summary>
    /// <returns>The work, or null when there is none.</returns>
    public WorkItem? Take()
    {
        lock (_lock)
        {
            while (_urgent.TryDequeue(out var urgent))
            {
                if (!urgent.IsObsolete)
                {
                    return urgent;
                }
            }

            if (_again is { } again)
            {
                _again = null;
                return again;
            }

            Queue<(long Number, WorkItem Item)>? oldest = null;
            foreach (var queue in _events)
            {
                if (queue.TryPeek(out var head) && (oldest is null || head.Number < oldest.Peek().Number))
                {
                    oldest = queue;
                }
            }

            return oldest?.Dequeue().Item;
        }
    }

    /// <summary>Attaches the instance that takes entries from now on.</summary>
    /// <param name="wake">Called when there is something to take.</param>
    public void Attach(object server, Action wake)
    {
        lock (_lock)
        {
            Volatile.Write(ref _server, server);
            _wake = wake;
            _suspended = null;
        }

        wake();
    }

    /// <summary>Detaches the instance; new entries wait.</summary>
    public void Detach()
    {
        lock (_lock)
        {
            Volatile.Write(ref _server, null);
            _wake = null;
        }
    }

    /// <summary>Suspends delivery until the plugin is started again: events wait, other callers get the reason.</summary>
    /// <param name="again">The event at which the plugin crashed, to be taken first; null when there is none.</param>
    public void Suspend(Error reason, WorkItem? again = null)
    {
        WorkItem[] waiting;
        lock (_lock)
        {
            Volatile.Write(ref _server, null);
            _wake = null;
            _suspended = reason;
            _again = again ?? _again;
            waiting = [.. _urgent];
            _urgent.Clear();
        }

        foreach (var item in waiting)
        {
            item.Fail(reason);
        }
    }

    /// <summary>Ends the suspension: callers may wait for an answer again.</summary>
    public void Resume()
    {
        lock (_lock)
        {
            _suspended = null;
        }
    }

    /// <summary>Forgets the events that wait: they are too many.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            for (var dropped = EventCount; dropped > 0; dropped--)
            {
                counters.Dropped();
            }

            Array.ForEach(_events, queue => queue.Clear());
        }
    }

    /// <summary>Closes the mailbox: waiting callers get the reason, events are dropped.</summary>
    public void Close(Error reason)
    {
        List<WorkItem> waiting;
        lock (_lock)
        {
            _closed ??= reason;
            _wake = null;
            waiting = [.. _urgent, .. _events.SelectMany(queue => queue.Select(entry => entry.Item))];
            _urgent.Clear();
            _again = null;
            Array.ForEach(_events, queue => queue.Clear());
        }

        foreach (var item in waiting)
        {
            item.Fail(reason);
        }
    }

    private (Error? Refusal, bool Fits) Add(WorkItem item)
    {
        if (item.Class == WorkClass.Urgent)
        {
            if (_suspended is { } suspended)
            {
                return (suspended, true);
            }

            if (_urgent.Count >= capacity)
            {
                return (new Error(PluginRuntimeErrors.Busy, plugin.Value), true);
            }

            _urgent.Enqueue(item);
            return (null, true);
        }

        var hardLimit = capacity * HardLimitFactor;
        if ((EventCount >= capacity && !MakeRoomFor(item.Class)) || (_suspended is not null && EventCount >= hardLimit))
        {
            counters.Dropped();
            return (new Error(PluginRuntimeErrors.Busy, plugin.Value), true);
        }

        _events[(int)item.Class - 1].Enqueue((_next++, item));
        return (null, EventCount < hardLimit || _suspended is not null);
    }

    private bool MakeRoomFor(WorkClass incoming)
    {
        foreach (var dropped in Droppable)
        {
            if (_events[(int)dropped - 1].TryDequeue(out _))
            {
                counters.Dropped();
                return true;
            }

            if (incoming == dropped)
            {
                return false;
            }
        }

        return true;
    }
}
