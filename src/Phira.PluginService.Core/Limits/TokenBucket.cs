namespace Phira.PluginService.Core.Limits;

/// <summary>Allows so many uses a second on average, with a burst of as many as the bucket holds. Safe for several threads.</summary>
public sealed class TokenBucket
{
    private readonly Lock _lock = new();
    private readonly double _perSecond;
    private readonly double _burst;
    private readonly TimeProvider _timeProvider;
    private double _tokens;
    private long _filledAt;

    /// <summary>Creates a full bucket.</summary>
    /// <param name="perSecond">Tokens that flow in each second.</param>
    /// <param name="burst">Tokens that it holds.</param>
    public TokenBucket(double perSecond, double burst, TimeProvider timeProvider)
    {
        _perSecond = perSecond;
        _burst = burst;
        _timeProvider = timeProvider;
        _tokens = burst;
        _filledAt = timeProvider.GetTimestamp();
    }

    /// <summary>Takes one token.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake()
    {
        lock (_lock)
        {
            var now = _timeProvider.GetTimestamp();
            _tokens = Math.Min(_burst, _tokens + (_timeProvider.GetElapsedTime(_filledAt, now).TotalSeconds * _perSecond));
            _filledAt = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
