using Microsoft.Extensions.Time.Testing;

namespace Phira.PluginService.GameServer.Tests.Upstream;

/// <summary>Time that stands still unless a test moves it; only the pauses between attempts are over at once.</summary>
internal sealed class PausesAtOnce : FakeTimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime <= LongestPause ? TimeSpan.Zero : dueTime, period);
}
