using System.Collections.Concurrent;
using Phira.PluginService.Sandbox.Limits;

namespace Phira.PluginService.Plugins.Telemetry;

/// <summary>
/// The counters of a plugin since the service found it. Metrics, snapshots and health all read these numbers; the code that does the work
/// writes them, from any thread.
/// </summary>
internal sealed class PluginCounters
{
    private readonly ConcurrentDictionary<string, long> _limitHits = new(LimitNames.All.Select(limit => KeyValuePair.Create(limit, 0L)));
    private readonly long[] _beforeEvents = new long[Enum.GetValues<BeforeEventOutcome>().Length];
    private readonly long[] _reloads = new long[2];
    private long _calls;
    private long _errors;
    private long _traps;
    private long _drops;
    private long _restarts;
    private long _cpuTicks;
    private long _droppedLogLines;
    private long _skippedEvents;
    private int _active;

    public long Calls => Interlocked.Read(ref _calls);

    public long Errors => Interlocked.Read(ref _errors);

    public long Traps => Interlocked.Read(ref _traps);

    public long Drops => Interlocked.Read(ref _drops);

    public long Restarts => Interlocked.Read(ref _restarts);

    public long DroppedLogLines => Interlocked.Read(ref _droppedLogLines);

    public long SkippedEvents => Interlocked.Read(ref _skippedEvents);

    public TimeSpan Cpu => TimeSpan.FromTicks(Interlocked.Read(ref _cpuTicks));

    /// <summary>Calls that run just now.</summary>
    public int Active => Volatile.Read(ref _active);

    /// <summary>Number of times that each limit was reached, by its name.</summary>
    public IReadOnlyDictionary<string, long> LimitHitsByName => _limitHits;

    /// <summary>The number of before-events by their outcome.</summary>
    public IEnumerable<KeyValuePair<BeforeEventOutcome, long>> BeforeEvents => Enum.GetValues<BeforeEventOutcome>()
        .Select(outcome => KeyValuePair.Create(outcome, Interlocked.Read(ref _beforeEvents[(int)outcome])));

    /// <summary>The number of reloads after which the new instance runs.</summary>
    public long Reloads => Interlocked.Read(ref _reloads[0]);

    /// <summary>The number of reloads that failed.</summary>
    public long FailedReloads => Interlocked.Read(ref _reloads[1]);

    public long LimitHits => _limitHits.Values.Sum();

    public void CallBegan() => Interlocked.Increment(ref _active);

    public void CallEnded(TimeSpan cpu)
    {
        Interlocked.Decrement(ref _active);
        Interlocked.Increment(ref _calls);
        Interlocked.Add(ref _cpuTicks, cpu.Ticks);
    }

    public void GuestError() => Interlocked.Increment(ref _errors);

    public void Trap() => Interlocked.Increment(ref _traps);

    public void LimitHit(string limit) => _limitHits.AddOrUpdate(limit, 1, static (_, count) => count + 1);

    public void Dropped() => Interlocked.Increment(ref _drops);

    public void Restarted() => Interlocked.Increment(ref _restarts);

    public void BeforeEvent(BeforeEventOutcome outcome) => Interlocked.Increment(ref _beforeEvents[(int)outcome]);

    public void Reloaded(bool succeeded) => Interlocked.Increment(ref _reloads[succeeded ? 0 : 1]);

    public void EventSkipped() => Interlocked.Increment(ref _skippedEvents);

    public void LogLineDropped() => Interlocked.Increment(ref _droppedLogLines);
}
