namespace Phira.PluginService.GameServer.Net;

/// <summary>A request that is being handled. It is answered once, by the first who answers: a second reply would break the game's connection.</summary>
internal sealed class PendingRequest(RequestId id, long receivedAt)
{
    private int _isAnswered;

    public RequestId Id { get; } = id;

    /// <summary>Timestamp of its arrival.</summary>
    public long ReceivedAt { get; } = receivedAt;

    public bool IsAnswered => Volatile.Read(ref _isAnswered) != 0;

    /// <returns>False when it has been answered.</returns>
    public bool TryAnswer() => Interlocked.Exchange(ref _isAnswered, 1) == 0;
}
