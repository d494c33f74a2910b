using Phira.PluginService.Sandbox.Limits;
using Phira.PluginService.Sandbox.Platform;

namespace Phira.PluginService.Sandbox.Execution;

/// <summary>
/// The time that is left of the current call. Used by the thread that runs the guest; only <see cref="Overdue"/> may be asked elsewhere.
/// </summary>
/// <param name="precision">
/// Greatest error of the processor time of a call. Asking the system for it costs as much as two short calls, so a reading is used again for this long by the
/// clock of <paramref name="timeProvider"/>; zero when that is not the time in which the thread runs.
/// </param>
internal sealed class CallBudget(IThreadCpuClock cpuClock, TimeProvider timeProvider, TimeSpan precision)
{
    /// <summary>A hundredth of a tick. A reading of the thread clock costs less than a hundredth of it.</summary>
    public static readonly TimeSpan DefaultPrecision = TimeSpan.FromMicroseconds(50);

    // A guest that executes code notices its deadline within a tick or two. One that has not by then is asleep in a system call.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    private CallLimits _limits;
    private (long Cpu, long Wall)? _reading;
    private long _cpuStart;
    private long _wallStart;
    private long _cutAt;
    private bool _running;

    /// <summary>Wall-clock time left; never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            var remaining = _limits.Wall - timeProvider.GetElapsedTime(_wallStart);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>Whether the call should have ended long ago.</summary>
    public bool Overdue =>
        Volatile.Read(ref _running)
        && (timeProvider.GetElapsedTime(_wallStart) > _limits.Wall + Grace || (IsCut(out var since) && since > Grace));

    /// <summary>Begins a call.</summary>
    public void Begin(CallLimits limits)
    {
        _limits = limits;
        _wallStart = timeProvider.GetTimestamp();
        _cpuStart = CpuAt(_wallStart);
        Volatile.Write(ref _running, true);
    }

    /// <summary>Ends the present call, and every later one, this much from now at the latest. May be called on any thread.</summary>
    public void Cut(TimeSpan within)
    {
        // Only ever earlier: the last cut must not give back what was taken before.
        var cutAt = Math.Max(1, timeProvider.GetTimestamp() + (long)(within.TotalSeconds * timeProvider.TimestampFrequency));
        var before = Volatile.Read(ref _cutAt);
        while (before == 0 || cutAt < before)
        {
            var seen = Interlocked.CompareExchange(ref _cutAt, cutAt, before);
            if (seen == before)
            {
                return;
            }

            before = seen;
        }
    }

    /// <summary>Ends the call.</summary>
    public CallCost End()
    {
        Volatile.Write(ref _running, false);
        var now = timeProvider.GetTimestamp();
        var wall = timeProvider.GetElapsedTime(_wallStart, now);
        return new CallCost(wall < precision ? wall : UsedAt(now), wall);
    }

    /// <summary>Names the limit that the call has reached.</summary>
    /// <returns>The limit, or null while the call may continue.</returns>
    public string? Exceeded()
    {
        var now = timeProvider.GetTimestamp();
        if (timeProvider.GetElapsedTime(_wallStart, now) >= _limits.Wall || IsCut(out _))
        {
            return LimitNames.MaxExecutionTime;
        }

        return UsedAt(now) >= _limits.Cpu ? LimitNames.MaxCpuTime : null;
    }

    // A thread uses no more processor time than time passes, so what passed since a reading limits what it used since.
    private long CpuAt(long now)
    {
        if (_reading is { } reading && timeProvider.GetElapsedTime(reading.Wall, now) is var since && since < precision)
        {
            return reading.Cpu + (long)since.TotalNanoseconds;
        }

        return Read(now);
    }

    private TimeSpan UsedAt(long now) => TimeSpan.FromMicroseconds(Math.Max(0, Read(now) - _cpuStart) / 1000.0);

    private long Read(long now)
    {
        var cpu = cpuClock.Nanoseconds;
        _reading = (cpu, now);
        return cpu;
    }

    private bool IsCut(out TimeSpan since)
    {
        var cutAt = Volatile.Read(ref _cutAt);
        since = cutAt == 0 ? TimeSpan.Zero : timeProvider.GetElapsedTime(cutAt);
        return cutAt != 0 && since >= TimeSpan.Zero;
    }
}
