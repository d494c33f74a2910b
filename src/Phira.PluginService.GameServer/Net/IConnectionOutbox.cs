namespace Phira.PluginService.GameServer.Net;

/// <summary>Delivers frames to connections by their ids. Never waits; a connection that has gone swallows them.</summary>
internal interface IConnectionOutbox
{
    void Send(ConnectionId to, OutgoingFrame frame);

    /// <summary>Ends a connection after what was sent to it, because its user was removed.</summary>
    void Disconnect(ConnectionId connection);
}
