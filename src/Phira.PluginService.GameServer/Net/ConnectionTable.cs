using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>All open connections of this node by id.</summary>
internal sealed class ConnectionTable(IOptions<GameServerOptions> options, GameMetrics metrics, TimeProvider timeProvider) : IConnectionOutbox
{
    private readonly ConcurrentDictionary<ConnectionId, Connection> _connections = new();
    private readonly GameServerOptions _options = options.Value;
    private readonly NodeId _node = NodeId.Create();
    private long _last;

    public int Count => _connections.Count;

    public IEnumerable<Connection> All => _connections.Values;

    public Connection Open(Socket socket, IPAddress address)
    {
        var id = new ConnectionId(_node, Interlocked.Increment(ref _last));
        var queue = new SendQueue(_options.Limits.SendQueue, FramePacing.From(_options), metrics.FrameSent, timeProvider);
        var connection = new Connection(id, socket, address, queue, timeProvider);
        _connections[id] = connection;
        return connection;
    }

    public async Task CloseAsync(Connection connection)
    {
        _connections.TryRemove(connection.Id, out _);
        metrics.Disconnected(connection.Reason);
        await connection.DisposeAsync();
    }

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
