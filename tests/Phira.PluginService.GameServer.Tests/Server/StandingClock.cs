using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Phira.PluginService.GameServer.Tests.Server;

/// <summary>
/// Time that moves only when a test moves it, so that nothing depends on how fast the machine is. Tells when the server has begun a wait: from then on
/// the time may move.
/// </summary>
internal sealed class StandingClock() : FakeTimeProvider(System.GetUtcNow())
{
    private readonly ConcurrentDictionary<TimeSpan, SemaphoreSlim> _begun = new();

    /// <summary>Waits until as many waits of this length have begun.</summary>
    public async Task HasBegunAsync(TimeSpan wait, int times = 1)
    {
        for (; times > 0; times--)
        {
            Assert.True(await BegunOf(wait).WaitAsync(TestServer.Patience, TestContext.Current.CancellationToken));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        BegunOf(dueTime).Release();
        return timer;
    }

    private SemaphoreSlim BegunOf(TimeSpan wait) => _begun.GetOrAdd(wait, _ => new SemaphoreSlim(0));
}
