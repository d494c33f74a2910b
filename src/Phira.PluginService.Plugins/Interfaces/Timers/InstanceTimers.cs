using Phira.PluginService.Plugins.Actors;
using Phira.PluginService.Plugins.HostFunctions;

namespace Phira.PluginService.Plugins.Interfaces.Timers;

/// <summary>
/// The timers of one instance. They end with it. Each has at most one delivery under way, so a plugin that is too slow for a repeating
/// timer misses repetitions instead of piling them up. Safe for several threads.
/// </summary>
/// <param name="maximum">The greatest number of timers at once.</param>
internal sealed class InstanceTimers(HostContext owner, int maximum, TimeProvider timeProvider) : IDisposable
{
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(10);

    // The longest that the system's timers take.
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(0xFFFF_FFFE);

    private readonly Lock _lock = new();
    private readonly Dictionary<uint, InstanceTimer> _timers = [];
    private Mailbox? _mailbox;
    private uint _last;
    private bool _ended;

    /// <summary>The instance that they belong to.</summary>
    public HostContext Owner => owner;

    /// <summary>Greatest number of timers at once.</summary>
    public int Maximum => maximum;

    /// <summary>Sets a timer.</summary>
    /// <param name="delay">The time until it fires; at least 10 ms.</param>
    /// <returns>The id, or null when there are too many.</returns>
    public uint? Set(TimeSpan delay, bool repeats)
    {
        delay = delay < Least ? Least : delay > Most ? Most : delay;
        lock (_lock)
        {
            if (_ended || _timers.Count >= maximum)
            {
                return null;
            }

            do
            {
                // Ids fit in 31 bits.
                _last = (_last + 1) & int.MaxValue;
            }
            while (_last == 0 || _timers.ContainsKey(_last));

            var id = _last;
            _timers[id] = new InstanceTimer(
                repeats, timeProvider.CreateTimer(_ => Fire(id), null, delay, repeats ? delay : Timeout.InfiniteTimeSpan));
            return id;
        }
    }

    /// <summary>Ends a timer; a delivery of it that waits is not made.</summary>
    /// <returns>False when it has fired or never was.</returns>
    public bool Cancel(uint id)
    {
        lock (_lock)
        {
            if (!_timers.Remove(id, out var timer))
            {
                return false;
            }

            timer.Dispose();
            return true;
        }
    }

    /// <summary>Takes the mailbox of the instance. Timers that fired before are delivered there.</summary>
    public void DeliverTo(Mailbox mailbox)
    {
        uint[] due;
        lock (_lock)
        {
            _mailbox = mailbox;
            due = [.. _timers.Where(timer => timer.Value.IsDue).Select(timer => timer.Key)];
        }

        Array.ForEach(due, Post);
    }

    /// <summary>A delivery reaches the plugin: is it still wanted?</summary>
    public bool Begin(uint id)
    {
        lock (_lock)
        {
            if (_ended || !_timers.TryGetValue(id, out var timer))
            {
                return false;
            }

            timer.IsUnderWay = false;
            if (!timer.Repeats)
            {
                _timers.Remove(id);
                timer.Dispose();
            }

            return true;
        }
    }

    /// <summary>Marks a missed delivery, which is made when there is a mailbox again.</summary>
    public void Missed(uint id)
    {
        lock (_lock)
        {
            if (_timers.TryGetValue(id, out var timer))
            {
                timer.IsUnderWay = false;
                timer.IsDue = true;
            }
        }
    }

    /// <summary>Removes the timers of an instance that is gone.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _mailbox = null;
            foreach (var timer in _timers.Values)
            {
                timer.Dispose();
            }

            _timers.Clear();
        }
    }

    private void Fire(uint id)
    {
        lock (_lock)
        {
            if (!_timers.TryGetValue(id, out var timer) || timer.IsUnderWay || timer.IsDue)
            {
                return;
            }

            timer.IsDue = true;
        }

        Post(id);
    }

    private void Post(uint id)
    {
        Mailbox? mailbox;
        lock (_lock)
        {
            mailbox = _mailbox;
            if (mailbox is null || !_timers.TryGetValue(id, out var timer) || timer.IsUnderWay)
            {
                return;
            }

            timer.IsDue = false;
            timer.IsUnderWay = true;
        }

        mailbox.Post(new TimerDelivery(this, id));
    }
}
