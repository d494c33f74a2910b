using System.Buffers;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// Takes packets off the wire as fast as they come: a game blocks when the server stops reading. Whatever cannot be read
/// ends the connection at once.
/// </summary>
internal sealed class SessionReader(Session session, PacketLimits limits, GameMetrics metrics, TimeProvider timeProvider)
{
    private readonly TimeSpan _loginTimeLimit = limits.LoginTime(session.Refusal);
    private long _lastPacketAt = timeProvider.GetTimestamp();

    /// <summary>Timestamp of the newest whole packet.</summary>
    public long LastPacketAt => Volatile.Read(ref _lastPacketAt);

    public async Task RunAsync()
    {
        await using var watch = timeProvider.CreateTimer(_ => CheckSilence(), state: null, limits.CheckPeriod, limits.CheckPeriod);
        try
        {
            await ReadAllAsync();
            session.Connection.Abort(DisconnectReason.PeerClosed);
        }
        catch (OperationCanceledException)
        {
            // Aborted; the reason is known already.
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            session.Connection.Abort(DisconnectReason.NetworkError);
        }
        catch (Exception)
        {
            session.Connection.Abort(DisconnectReason.Fault);
            throw;
        }
    }

    private async Task ReadAllAsync()
    {
        var input = session.Connection.Input;
        while (true)
        {
            var result = await input.ReadAsync(session.Connection.Aborted);
            var buffer = result.Buffer;
            if (session.Connection.Closing.IsCancellationRequested)
            {
                // What the other end still says on its way out is of no interest.
                buffer = buffer.Slice(buffer.End);
            }
            else
            {
                Consume(ref buffer);
            }

            input.AdvanceTo(buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                return;
            }
        }
    }

    private void Consume(ref ReadOnlySequence<byte> buffer)
    {
        while (!session.Connection.Closing.IsCancellationRequested)
        {
            switch (FrameReader.TryRead(ref buffer, limits.MaxFrameBytes(session.IsAuthenticated), out var payload))
            {
                case FrameStatus.Frame:
                    Take(payload);
                    break;
                case FrameStatus.NeedMore:
                    return;
                default:
                    session.Connection.Abort(DisconnectReason.BadPacket);
                    return;
            }
        }
    }

    private void Take(in ReadOnlySequence<byte> payload)
    {
        var now = timeProvider.GetTimestamp();
        Volatile.Write(ref _lastPacketAt, now);
        metrics.FrameReceived();
        using var contiguous = new ContiguousPayload(payload);
        if (!ClientCommandDecoder.TryDecode(contiguous.Bytes, limits.Decoding, out var command, out var error))
        {
            if (error == DecodeError.TooManyElements)
            {
                // A stream beyond its limit is dropped like one beyond its rate.
                metrics.RequestLimited();
                TakeExcess();
            }
            else
            {
                session.Connection.Abort(DisconnectReason.BadPacket);
            }
        }
        else if (session.Limits.Packets.TryTake())
        {
            session.Accept(new Request(command, now));
        }
        else if (TakeExcess())
        {
            metrics.RequestLimited();
            session.Refuse(new Request(command, now));
        }
    }

    private bool TakeExcess()
    {
        if (session.Limits.Excess.TryTake())
        {
            return true;
        }

        session.Connection.Abort(DisconnectReason.Flood);
        return false;
    }

    private void CheckSilence()
    {
        if (!session.IsAuthenticated && timeProvider.GetElapsedTime(session.Connection.OpenedAt) >= _loginTimeLimit)
        {
            session.Connection.Abort(DisconnectReason.HandshakeTimeout);
        }
        else if (timeProvider.GetElapsedTime(LastPacketAt) >= limits.Silence)
        {
            session.Connection.Abort(DisconnectReason.Silence);
        }
    }
}
