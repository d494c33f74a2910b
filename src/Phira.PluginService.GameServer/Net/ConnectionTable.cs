using System.Collections.Concurrent;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>All open connections of this node by id.</summary>
internal sealed class ConnectionTable : IConnectionOutbox
{
    private readonly ConcurrentDictionary<ConnectionId, Connection> _connections = new();
    private readonly NodeId _node = NodeId.Create();
    private long _last;

    public int Count => _connections.Count;

    public IEnumerable<Connection> All => _connections.Values;

    public ConnectionId NextId() => new(_node, Interlocked.Increment(ref _last));

    public void Add(Connection connection) => _connections[connection.Id] = connection;

    public void Remove(Connection connection) => _connections.TryRemove(connection.Id, out _);

    public void Push(ConnectionId to, OutgoingFrame frame)
    {
        if (_connections.TryGetValue(to, out var connection))
        {
            connection.Push(frame);
        }
    }

    public void Reply(RequestId to, OutgoingFrame frame)
    {
        if (_connections.TryGetValue(to.Connection, out var connection))
        {
            connection.Reply(to, frame);
        }
    }

    public void Disconnect(ConnectionId connection)
    {
        if (_connections.TryGetValue(connection, out var found))
        {
            found.Close(DisconnectReason.Kicked);
        }
    }
}
