namespace Phira.PluginService.Core.Limits;

/// <summary>
/// Counts uses within a time that slides along: never more than the limit lie within any stretch of that length. Small limits are kept
/// exactly. Large ones are summed over short steps, each of which ends a little late and never early, so that memory stays bounded. Not safe for
/// several threads.
/// </summary>
/// <param name="length">Time for which a use counts.</param>
public sealed class SlidingWindow(TimeSpan length)
{
    private const int Steps = 4096;

    private readonly Queue<(long Until, uint Count)> _ended = new();
    private (long Until, uint Count) _last;
    private ulong _total;

    /// <summary>Whether one more use is within the limit.</summary>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="now">The time since any fixed moment; it never goes back.</param>
    public bool HasRoom(uint? limit, TimeSpan now)
    {
        Forget(now.Ticks);
        return limit is null || _total < limit;
    }

    /// <summary>Counts a use.</summary>
    /// <param name="limit">The limit; without one nothing is counted.</param>
    /// <param name="now">The time since the same moment.</param>
    public void Add(uint? limit, TimeSpan now)
    {
        if (limit is null)
        {
            return;
        }

        var step = limit <= Steps ? 1 : length.Ticks / Steps;
        var until = ((now.Ticks + step - 1) / step * step) + length.Ticks;
        if (_last.Count > 0 && until <= _last.Until)
        {
            _last.Count++;
        }
        else
        {
            if (_last.Count > 0)
            {
                _ended.Enqueue(_last);
            }

            _last = (until, 1);
        }

        _total++;
    }

    private void Forget(long now)
    {
        while (_ended.TryPeek(out var oldest) && oldest.Until <= now)
        {
            _total -= _ended.Dequeue().Count;
        }

        if (_last.Count > 0 && _last.Until <= now)
        {
            _total -= _last.Count;
            _last = default;
        }
    }
}
