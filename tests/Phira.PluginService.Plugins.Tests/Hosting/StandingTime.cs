namespace Phira.PluginService.Plugins.Tests.Hosting;

/// <summary>The system's time, whose timestamps stand still while the test wants it. Timers continue.</summary>
internal sealed class StandingTime : TimeProvider
{
    private readonly Lock _lock = new();
    private long? _stoppedAt;
    private long _lost;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _stoppedAt ?? (base.GetTimestamp() - _lost);
        }
    }

    public void Stop()
    {
        lock (_lock)
        {
            _stoppedAt ??= base.GetTimestamp() - _lost;
        }
    }

    public void Continue()
    {
        lock (_lock)
        {
            if (_stoppedAt is { } stoppedAt)
            {
                _lost = base.GetTimestamp() - stoppedAt;
                _stoppedAt = null;
            }
        }
    }
}
