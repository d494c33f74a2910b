namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// The game waits 7 s for a reply; what is left of 6.5 s since the request arrived may be spent on it. The rest is for the way there and back.
/// </summary>
internal sealed class RequestBudget : IDisposable
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(6.5);

    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _both;

    public RequestBudget(long receivedAt, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var left = Whole - timeProvider.GetElapsedTime(receivedAt);
        _limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, timeProvider);
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
