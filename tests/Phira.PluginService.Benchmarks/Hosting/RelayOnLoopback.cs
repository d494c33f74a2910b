using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>Sends what a server would send for each line of chat, and knows nothing else: the cost of the sockets alone.</summary>
internal sealed class RelayOnLoopback : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly List<Socket> _sockets = [];

    private RelayOnLoopback()
    {
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Relays between so many connections once all of them are there.</summary>
    public static RelayOnLoopback Start(int connections)
    {
        var relay = new RelayOnLoopback();
        relay._listener.Start();
        _ = relay.RunAsync(connections);
        return relay;
    }

    public void Dispose()
    {
        _listener.Dispose();
        foreach (var socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private async Task RunAsync(int connections)
    {
        for (var i = 0; i < connections; i++)
        {
            var socket = await _listener.AcceptSocketAsync();
            socket.NoDelay = true;
            _sockets.Add(socket);
        }

        foreach (var socket in _sockets)
        {
            _ = RelayAsync(socket);
        }
    }

    private async Task RelayAsync(Socket from)
    {
        var buffer = new byte[64 * 1024];
        var pending = 0;
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                pending += read;
                var lines = pending / ChatRoom.Line.Length;
                pending -= lines * ChatRoom.Line.Length;
                foreach (var to in _sockets)
                {
                    Send(to, ChatRoom.Repeat(ChatRoom.Message, lines));
                }

                Send(from, ChatRoom.Repeat(ChatRoom.Reply, lines));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The benchmark is over.
        }
    }

    private static void Send(Socket to, byte[] bytes)
    {
        lock (to)
        {
            to.Send(bytes);
        }
    }
}
