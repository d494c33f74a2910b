using System.Net;
using System.Net.Sockets;
using Phira.PluginService.GameServer.Hosting;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Takes an accepted socket through admission, PROXY header and version to its session.</summary>
internal sealed class ConnectionHandler(
    ConnectionAdmission admission, TrustedProxies proxies, RefusalReporter refusals, SessionServices services, BackgroundTasks background)
{
    public void Accept(Socket socket)
    {
        if (socket.RemoteEndPoint is not IPEndPoint { Address: var address })
        {
            socket.Dispose();
            return;
        }

        var isProxied = proxies.Contains(address);
        var (slot, refusal) = isProxied ? new Admission(admission.EnterProxy(), Refusal: null) : admission.Enter(address);
        if (refusal is not null)
        {
            refusals.Report(refusal.Reason, address);
        }

        if (slot is null)
        {
            socket.Dispose();
            return;
        }

        var options = services.Options;
        var queue = new SendQueue(options.Limits.SendQueue, FramePacing.From(options), services.Metrics.FrameSent, services.Time);
        var connection = new Connection(services.Connections.NextId(), socket, address, queue, services.Time);
        services.Connections.Add(connection);
        slot.Attach(connection);
        background.Run("connection", () => ServeAsync(connection, slot, isProxied, refusal));
    }

    private async Task ServeAsync(Connection connection, ConnectionSlot slot, bool isProxied, Refusal? refusal)
    {
        try
        {
            using var tooLate = new CancellationTokenSource(services.LoginTimeLimit(refusal), services.Time);
            var header = await ReadHeaderAsync(connection, slot, isProxied, tooLate.Token);
            if (!header.MayGoOn)
            {
                return;
            }

            refusal ??= header.Refusal;
            if (await ConnectionPreface.ReadVersionAsync(connection, tooLate.Token) is not { } version)
            {
                return;
            }

            if (refusal is null && version != ProtocolLimits.Version)
            {
                refusal = Refuse(connection, RefusalReason.UnknownVersion, GameTexts.UnknownVersion(version));
            }

            await new Session(connection, slot, refusal, services).RunAsync();
        }
        finally
        {
            services.Connections.Remove(connection);
            slot.Leave();
            services.Metrics.Disconnected(connection.Reason);
            await connection.DisposeAsync();
        }
    }

    private async Task<(bool MayGoOn, Refusal? Refusal)> ReadHeaderAsync(
        Connection connection, ConnectionSlot slot, bool isProxied, CancellationToken tooLate)
    {
        var (status, source) = await ConnectionPreface.ReadHeaderAsync(connection, isProxied, tooLate);
        connection.Address = source ?? connection.Address;
        var refusal = status switch
        {
            PrefaceStatus.UnexpectedHeader => Refuse(connection, RefusalReason.UnexpectedProxyHeader, GameTexts.ProxyNotTrusted),
            PrefaceStatus.MissingHeader => Refuse(connection, RefusalReason.MissingProxyHeader, GameTexts.ProxyHeaderMissing),
            PrefaceStatus.InvalidHeader => Refuse(connection, RefusalReason.InvalidProxyHeader, GameTexts.ProxyHeaderMissing),
            _ => null,
        };
        if (status is PrefaceStatus.InvalidHeader)
        {
            connection.Abort(DisconnectReason.BadProxyHeader);
        }

        if (status is PrefaceStatus.Ended or PrefaceStatus.InvalidHeader)
        {
            return (MayGoOn: false, refusal);
        }

        if (!isProxied)
        {
            return (MayGoOn: true, refusal);
        }

        var identified = admission.Identify(slot, connection.Address);
        if (refusal is null && identified.Refusal is { } why)
        {
            refusals.Report(why.Reason, connection.Address);
        }

        if (identified.Slot is null)
        {
            connection.Abort(DisconnectReason.TooManyConnections);
        }

        return (identified.Slot is not null, refusal ?? identified.Refusal);
    }

    private Refusal Refuse(Connection connection, RefusalReason reason, GameText text)
    {
        refusals.Report(reason, connection.Address);
        return new Refusal(reason, text.InAllLanguages());
    }
}
