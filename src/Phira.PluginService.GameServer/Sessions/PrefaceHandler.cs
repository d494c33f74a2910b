using Phira.PluginService.Core.Localization;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Sessions;

/// <summary>Takes a connection through its PROXY header and its version.</summary>
internal sealed class PrefaceHandler(ConnectionAdmission admission, RefusalReporter refusals, PacketLimits limits, TimeProvider timeProvider)
{
    /// <param name="refusal">The refusal of the connection; null when there is none so far.</param>
    /// <returns>Whether the connection has a session, and why that session refuses the login.</returns>
    public async Task<(bool HasSession, Refusal? Refusal)> HandleAsync(Connection connection, ConnectionSlot slot, bool isProxied, Refusal? refusal)
    {
        using var tooLate = new CancellationTokenSource(limits.LoginTime(refusal), timeProvider);
        var header = await ReadHeaderAsync(connection, slot, isProxied, tooLate.Token);
        refusal ??= header.Refusal;
        if (!header.MayContinue || await ConnectionPreface.ReadVersionAsync(connection, tooLate.Token) is not { } version)
        {
            return (HasSession: false, refusal);
        }

        if (refusal is null && version != ProtocolLimits.Version)
        {
            refusal = Refuse(connection, RefusalReason.UnknownVersion, GameTexts.UnknownVersion(version));
        }

        return (HasSession: true, refusal);
    }

    private async Task<(bool MayContinue, Refusal? Refusal)> ReadHeaderAsync(
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
            return (MayContinue: false, refusal);
        }

        if (!isProxied)
        {
            return (MayContinue: true, refusal);
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

    private Refusal Refuse(Connection connection, RefusalReason reason, LocalizedText text)
    {
        refusals.Report(reason, connection.Address);
        return new Refusal(reason, text.InEveryLanguage("\n"));
    }
}
