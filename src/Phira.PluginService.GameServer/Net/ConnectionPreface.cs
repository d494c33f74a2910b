using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>Reads what comes before the first packet: the PROXY header of a trusted proxy, and the version.</summary>
internal static class ConnectionPreface
{
    /// <summary>Looks for a PROXY header, whether one is expected or not.</summary>
    /// <returns>The status, and the address that the header names.</returns>
    public static async Task<(PrefaceStatus Status, IPAddress? Source)> ReadHeaderAsync(
        Connection connection, bool isExpected, CancellationToken tooLate)
    {
        IPAddress? source = null;
        var found = ProxyHeaderStatus.NeedMore;
        var hasEnded = !await TryReadAsync(
            connection,
            buffer =>
            {
                found = ProxyHeaderReader.TryRead(ref buffer, out source);
                return found == ProxyHeaderStatus.NeedMore ? null : buffer.Start;
            },
            tooLate);
        return (found, isExpected) switch
        {
            _ when hasEnded => (PrefaceStatus.Ended, null),
            (ProxyHeaderStatus.Header, true) => (PrefaceStatus.Expected, source),
            (ProxyHeaderStatus.Header, false) => (PrefaceStatus.UnexpectedHeader, null),
            (ProxyHeaderStatus.None, true) => (PrefaceStatus.MissingHeader, null),
            (ProxyHeaderStatus.None, false) => (PrefaceStatus.Expected, null),
            (_, true) => (PrefaceStatus.InvalidHeader, null),
            (_, false) => (PrefaceStatus.UnexpectedHeader, null),
        };
    }

    /// <returns>The first byte of the client; null when the connection has ended or has taken too long.</returns>
    public static async Task<byte?> ReadVersionAsync(Connection connection, CancellationToken tooLate)
    {
        byte version = 0;
        var hasRead = await TryReadAsync(
            connection,
            buffer =>
            {
                if (buffer.IsEmpty)
                {
                    return null;
                }

                version = buffer.FirstSpan[0];
                return buffer.GetPosition(1);
            },
            tooLate);
        return hasRead ? version : null;
    }

    /// <param name="take">Returns where the part that it has taken ends; null when more is needed.</param>
    /// <returns>False when the connection has ended or has taken too long; it has been aborted then.</returns>
    private static async Task<bool> TryReadAsync(
        Connection connection, Func<ReadOnlySequence<byte>, SequencePosition?> take, CancellationToken tooLate)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(tooLate, connection.Closing);
        try
        {
            while (true)
            {
                var result = await connection.Input.ReadAsync(both.Token);
                if (take(result.Buffer) is { } taken)
                {
                    connection.Input.AdvanceTo(taken);
                    return true;
                }

                connection.Input.AdvanceTo(result.Buffer.Start, result.Buffer.End);
                if (result.IsCompleted)
                {
                    connection.Abort(DisconnectReason.PeerClosed);
                    return false;
                }
            }
        }
        catch (OperationCanceledException)
        {
            connection.Abort(DisconnectReason.HandshakeTimeout);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            connection.Abort(DisconnectReason.NetworkError);
        }

        return false;
    }
}
