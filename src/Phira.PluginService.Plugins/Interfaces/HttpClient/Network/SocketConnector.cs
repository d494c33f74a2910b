using System.Net;
using System.Net.Sockets;

namespace Phira.PluginService.Plugins.Interfaces.HttpClient.Network;

/// <summary>Connects over TCP.</summary>
internal sealed class SocketConnector : IConnector
{
    /// <inheritdoc />
    public async Task<Stream> ConnectAsync(IPAddress address, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
