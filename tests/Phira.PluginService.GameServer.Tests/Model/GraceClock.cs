using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Phira.PluginService.GameServer.Tests.Server;

namespace Phira.PluginService.GameServer.Tests.Model;

/// <summary>
/// The server's time, which moves only when the test moves it. Tells when the server has begun to wait for somebody to come back: from then on the
/// time may move.
/// </summary>
internal sealed class GraceClock : FakeTimeProvider
{
    /// <summary>The time for which a place is kept. No other wait of the server is as long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.9);

    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public Task ServerWaitsAsync(CancellationToken cancellationToken) =>
        _waits.Reader.ReadAsync(cancellationToken).AsTask().WaitAsync(TestServer.Patience, System, cancellationToken);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        if (dueTime == Grace && period == Timeout.InfiniteTimeSpan)
        {
            _waits.Writer.TryWrite(dueTime);
        }

        return timer;
    }
}
