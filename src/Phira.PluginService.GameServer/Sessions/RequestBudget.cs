namespace Phira.PluginService.GameServer.Sessions;

/// <summary>The game gives a request up after 7 s; what is left of 6.5 s since its arrival may be spent on it. The rest is for the way there and back.</summary>
internal sealed class RequestBudget : IDisposable
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(6.5);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _both;

    public RequestBudget(long receivedAt, TimeProvider time, CancellationToken cancellationToken)
    {
        var left = Whole - time.GetElapsedTime(receivedAt);
        _limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        _both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _limit.Token);
    }

    /// <summary>Cancelled when the time is up or the connection closes.</summary>
    public CancellationToken Token => _both.Token;

    public void Dispose()
    {
        _both.Dispose();
        _limit.Dispose();
    }
}
