using System.Net.Sockets;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>What a proxy says before the client may speak.</summary>
internal static class ProxyPreface
{
    /// <summary>Reads the header and gives the connection its real address.</summary>
    /// <returns>False when none came: the connection has been given up.</returns>
    public static async Task<bool> TryReadAsync(Connection connection, TimeSpan limit, TimeProvider time)
    {
        using var tooLate = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(tooLate.Token, connection.Aborted);
        var reason = DisconnectReason.BadProxyHeader;
        try
        {
            while (true)
            {
                var result = await connection.Input.ReadAsync(both.Token);
                var buffer = result.Buffer;
                switch (ProxyHeaderReader.TryRead(ref buffer, out var source))
                {
                    case ProxyHeaderStatus.Header:
                        connection.Input.AdvanceTo(buffer.Start);
                        connection.Address = source ?? connection.Address;
                        return true;
                    case ProxyHeaderStatus.NeedMore when !result.IsCompleted:
                        connection.Input.AdvanceTo(buffer.Start, buffer.End);
                        break;
                    default:
                        connection.Input.AdvanceTo(buffer.End);
                        connection.Abort(reason);
                        return false;
                }
            }
        }
        catch (OperationCanceledException)
        {
            reason = DisconnectReason.HandshakeTimeout;
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            reason = DisconnectReason.NetworkError;
        }

        connection.Abort(reason);
        return false;
    }
}
