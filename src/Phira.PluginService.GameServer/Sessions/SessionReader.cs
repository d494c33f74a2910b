using System.Buffers;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.Protocol;
using Phira.PluginService.Protocol.Client;
using Phira.PluginService.Protocol.Framing;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>
/// Takes packets off the wire as fast as they come: a game blocks when the server stops reading. Whatever cannot be read
/// ends the connection at once.
/// </summary>
internal sealed class SessionReader(Session session, SessionServices services)
{
    private readonly TimeSpan _loginTimeLimit = services.LoginTimeLimit(session.Refusal);
    private long _lastPacketAt = services.Time.GetTimestamp();

    /// <summary>Timestamp of the newest whole packet.</summary>
    public long LastPacketAt => Volatile.Read(ref _lastPacketAt);

    public async Task RunAsync()
    {
        await using var watch = services.Time.CreateTimer(_ => CheckSilence(), state: null, WatchPeriod(), WatchPeriod());
        try
        {
            await ReadAllAsync();
            session.Connection.Abort(DisconnectReason.PeerClosed);
        }
        catch (OperationCanceledException)
        {
            // Aborted; the reason is known already.
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
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
            var limits = services.Options.Limits;
            switch (FrameReader.TryRead(ref buffer, session.IsAuthenticated ? limits.MaxFrameBytes : limits.MaxLoginFrameBytes, out var payload))
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
        var now = services.Time.GetTimestamp();
        Volatile.Write(ref _lastPacketAt, now);
        services.Metrics.FrameReceived();
        using var contiguous = new ContiguousPayload(payload);
        if (!ClientCommandDecoder.TryDecode(contiguous.Bytes, services.DecodeLimits, out var command, out var error))
        {
            if (error == DecodeError.TooManyElements)
            {
                // A stream beyond its limit is dropped like one beyond its rate.
                services.Metrics.RequestLimited();
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
        if (!session.IsAuthenticated && services.Time.GetElapsedTime(session.Connection.OpenedAt) >= _loginTimeLimit)
        {
            session.Connection.Abort(DisconnectReason.HandshakeTimeout);
        }
        else if (services.Time.GetElapsedTime(LastPacketAt) >= TimeSpan.FromSeconds(services.Options.SilenceTimeoutSecs))
        {
            session.Connection.Abort(DisconnectReason.Silence);
        }
    }

    /// <summary>A tenth of the shorter limit is exact enough, and no timer has to be set anew for each packet.</summary>
    private TimeSpan WatchPeriod() =>
        TimeSpan.FromSeconds(Math.Min(services.Options.HandshakeTimeoutSecs, services.Options.SilenceTimeoutSecs) / 10);
}
