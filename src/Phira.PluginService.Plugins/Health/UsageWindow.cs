using Phira.PluginService.Plugins.Telemetry;

namespace Phira.PluginService.Plugins.Health;

/// <summary>
/// Remembers a plugin's counters of the last minute. It takes a reading whenever it is asked, but not more than one a second, so that it
/// never holds more than a few dozen.
/// </summary>
internal sealed class UsageWindow(PluginCounters counters, TimeProvider timeProvider)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Queue<(long At, RecentUsage Total)> _readings = new([(timeProvider.GetTimestamp(), default)]);
    private long _newest = timeProvider.GetTimestamp();

    /// <summary>Returns the plugin's usage in the last minute.</summary>
    public RecentUsage Read()
    {
        var total = new RecentUsage(TimeSpan.Zero, counters.Calls, counters.Errors, counters.Restarts, counters.Cpu);
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            while (_readings.Count > 1 && timeProvider.GetElapsedTime(_readings.ElementAt(1).At, now) >= Length)
            {
                _readings.Dequeue();
            }

            var (since, previous) = _readings.Peek();
            if (timeProvider.GetElapsedTime(_newest, now) >= Step)
            {
                _newest = now;
                _readings.Enqueue((now, total));
            }

            return new RecentUsage(
                timeProvider.GetElapsedTime(since, now),
                total.Calls - previous.Calls,
                total.Errors - previous.Errors,
                total.Restarts - previous.Restarts,
                total.Cpu - previous.Cpu);
        }
    }
}
