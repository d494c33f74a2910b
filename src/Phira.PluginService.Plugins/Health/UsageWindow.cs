using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Health;

/// <summary>
/// Remembers a plugin's counters of the last minute. It takes a reading whenever it is asked, but not more than one a second, so that it
/// never holds more than a few dozen.
/// </summary>
internal sealed class UsageWindow(PluginCounters counters, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, RecentUsage Total)> _readings = new([(time.GetTimestamp(), default)]);
    private long _newest = time.GetTimestamp();

    /// <summary>What the plugin did in the last minute.</summary>
    public RecentUsage Read()
    {
        var total = new RecentUsage(TimeSpan.Zero, counters.Calls, counters.Errors, counters.Restarts, counters.Cpu);
        lock (_gate)
        {
            var now = time.GetTimestamp();
            while (_readings.Count > 1 && time.GetElapsedTime(_readings.ElementAt(1).At, now) >= Length)
            {
                _readings.Dequeue();
            }

            var (since, previous) = _readings.Peek();
            if (time.GetElapsedTime(_newest, now) >= Step)
            {
                _newest = now;
                _readings.Enqueue((now, total));
            }

            return new RecentUsage(
                time.GetElapsedTime(since, now),
                total.Calls - previous.Calls,
                total.Errors - previous.Errors,
                total.Restarts - previous.Restarts,
                total.Cpu - previous.Cpu);
        }
    }
}
