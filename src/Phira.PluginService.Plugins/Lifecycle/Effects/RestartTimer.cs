using Phira.PluginService.Plugins.Lifecycle.Rules;

namespace Phira.PluginService.Plugins.Lifecycle.Effects;

/// <summary>Waits until a plugin is started again. May be used from anywhere.</summary>
/// <param name="due">Called when it is time.</param>
internal sealed class RestartTimer(TimeProvider timeProvider, Action<LifecycleTrigger.CooldownElapsed> due)
{
    private ITimer? _timer;

    /// <summary>Waits for another attempt, in place of one before.</summary>
    public void Set(ImmediateEffect.ScheduleRestart restart)
    {
        var wait = restart.At - timeProvider.GetUtcNow();
        var timer = timeProvider.CreateTimer(
            _ => due(new LifecycleTrigger.CooldownElapsed(restart.Blueprint, restart.At)),
            state: null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        Interlocked.Exchange(ref _timer, timer)?.Dispose();
        timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for nothing any more.</summary>
    public void Cancel() => Interlocked.Exchange(ref _timer, null)?.Dispose();
}
