using System.Collections.Concurrent;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>All open connections by id.</summary>
internal sealed class ConnectionTable : IConnectionOutbox
{
    private readonly ConcurrentDictionary<ConnectionId, Connection> _connections = new();
    public int Count => _connections.Count;

    public IEnumerable<Connection> All => _connections.Values;

    public void Add(Connection connection) => _connections[connection.Id] = connection;

    public void Remove(Connection connection) => _connections.TryRemove(connection.Id, out _);

    public void Send(ConnectionId to, OutgoingFrame frame)
    {
        if (_connections.TryGetValue(to, out var connection))
        {
            connection.Push(frame);
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
