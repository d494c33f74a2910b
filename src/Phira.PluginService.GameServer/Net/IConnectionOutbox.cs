namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// Delivers frames to connections by their ids. Pushes and replies to one connection leave in the order in which they are given here. Never waits;
/// a connection that has ended takes nothing.
/// </summary>
internal interface IConnectionOutbox
{
    void Push(ConnectionId to, OutgoingFrame frame);

    /// <summary>Answers a request, unless it has been answered.</summary>
    void Reply(RequestId to, OutgoingFrame frame);

    /// <summary>Ends a connection after what was sent to it, because its user was removed.</summary>
    void Disconnect(ConnectionId connection);
}
