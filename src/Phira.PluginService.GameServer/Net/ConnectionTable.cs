using System.Collections.Concurrent;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>All open connections by id.</summary>
internal sealed class ConnectionTable : IConnectionOutbox
{
    private readonly ConcurrentDictionary<ConnectionId, Connection> _connections = new();
    private int _unauthenticated;

    public int Count => _connections.Count;

    public int Unauthenticated => Volatile.Read(ref _unauthenticated);

    public IEnumerable<Connection> All => _connections.Values;

    public void Add(Connection connection)
    {
        _connections[connection.Id] = connection;
        Interlocked.Increment(ref _unauthenticated);
    }

    /// <summary>Called once for each connection that logged in or ended before it did.</summary>
    public void NoLongerUnauthenticated() => Interlocked.Decrement(ref _unauthenticated);

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
