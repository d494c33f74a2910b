namespace Phira.PluginService.Plugins.Interfaces.Services;

/// <summary>Counts calls, and those of the last minute by second. Safe for several threads.</summary>
internal sealed class TrafficCount(TimeProvider timeProvider)
{
    private const int Seconds = 60;

    private readonly Lock _lock = new();
    private readonly long _since = timeProvider.GetTimestamp();
    private readonly (long Second, int Calls, int Errors)[] _recent = new (long, int, int)[Seconds];
    private long _calls;
    private long _errors;
    private TimeSpan _duration;

    /// <summary>Counts a call that has ended.</summary>
    public void Add(TimeSpan duration, bool failed)
    {
        lock (_lock)
        {
            _calls++;
            _errors += failed ? 1 : 0;
            _duration += duration;
            var second = Second();
            ref var slot = ref _recent[second % Seconds];
            slot = slot.Second == second
                ? (second, slot.Calls + 1, slot.Errors + (failed ? 1 : 0))
                : (second, 1, failed ? 1 : 0);
        }
    }

    /// <summary>Returns the counts up to now.</summary>
    public TrafficReading Read()
    {
        lock (_lock)
        {
            var now = Second();
            var recent = _recent.Where(slot => slot.Calls > 0 && now - slot.Second < Seconds).ToArray();

            // A plugin that has begun to call a moment ago shall not look slow for a minute.
            var length = Math.Clamp(now + 1, 1, Seconds);
            return new TrafficReading(_calls, _errors, _duration)
            {
                CallsPerSecond = recent.Sum(slot => slot.Calls) / (double)length,
                ErrorsPerSecond = recent.Sum(slot => slot.Errors) / (double)length,
            };
        }
    }

    private long Second() => (long)timeProvider.GetElapsedTime(_since).TotalSeconds;
}
