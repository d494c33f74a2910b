using Phira.PluginService.Plugins.Lifecycle.Generations;

namespace Phira.PluginService.Plugins.Lifecycle.Recovering;

/// <summary>An attempt to start a plugin again that has not begun. Whoever does anything else with the plugin cancels it.</summary>
/// <param name="at">When.</param>
internal sealed class PendingRestart(PluginBlueprint blueprint, DateTimeOffset at) : IDisposable
{
    private ITimer? _timer;

    /// <summary>What is started.</summary>
    public PluginBlueprint Blueprint => blueprint;

    /// <summary>Begins to wait.</summary>
    /// <param name="due">Called when it is time.</param>
    public void Begin(Action<PendingRestart> due, TimeProvider time)
    {
        var wait = at - time.GetUtcNow();
        _timer = time.CreateTimer(
            _ => due(this), state: null, wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc />
    public void Dispose() => _timer?.Dispose();
}
