using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Phira.PluginService.EndToEnd;

/// <summary>Sends bytes that no HTTP library would send, each request on a connection of its own.</summary>
internal sealed class RawHttp(int port, string token)
{
    /// <summary>A request of which every part may be nonsense. Each character is one byte.</summary>
    public string Request(string method, string target, string headers = "", string? body = null)
    {
        var length = body is null ? "" : $"Content-Length: {body.Length}\r\n";
        return $"{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Admin-Token: {token}\r\n{headers}{length}\r\n{body}";
    }

    /// <param name="isWhole">Whether the request ends where its headers say; otherwise the service is told that nothing more comes.</param>
    /// <returns>The status of the answer; null when the connection was closed without one.</returns>
    public async Task<int?> SendAsync(string request, bool isWhole, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
            if (!isWhole)
            {
                EndSending(client.Client);
            }

            using var reader = new StreamReader(stream, Encoding.Latin1);
            var line = await reader.ReadLineAsync(cancellationToken);
            return line?.Split(' ') is [_, var status, ..] ? int.Parse(status) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void EndSending(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The service was faster, and has closed the connection after its answer.
        }
    }

    /// <summary>Sends the beginning of a request and leaves without a word.</summary>
    public async Task SendAndResetAsync(string beginning, CancellationToken cancellationToken)
    {
        using var client = new TcpClient { LingerState = new LingerOption(enable: true, seconds: 0) };
        await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(beginning), cancellationToken);
    }
}
