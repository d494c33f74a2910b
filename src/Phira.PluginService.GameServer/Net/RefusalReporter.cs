using System.Collections.Frozen;
using System.Net;
using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Limits;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Net;

/// <summary>
/// Leaves a trace of every refused connection: always in the counter, and in the log as long as an address does not repeat
/// itself and the lines of a reason do not pile up. A line says how many were left out before it.
/// </summary>
internal sealed partial class RefusalReporter(GameMetrics metrics, TimeProvider timeProvider, ILogger<RefusalReporter> logger)
{
    private const double LinesPerSecond = 0.2;
    private const int LineBurst = 10;
    private const double LinesPerSecondOfAddress = 1.0 / 60;

    private readonly FrozenDictionary<RefusalReason, Lines> _lines =
        Enum.GetValues<RefusalReason>().ToFrozenDictionary(reason => reason, _ => new Lines(timeProvider));

    public void Report(RefusalReason reason, IPAddress address)
    {
        metrics.ConnectionRefused(reason);
        if (_lines[reason].TryTake(address, out var suppressed))
        {
            var shown = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            Log.Refused(logger, shown.ToString(), Problem(reason), Remedy(reason), suppressed);
        }
    }

    private static string Problem(RefusalReason reason) => reason switch
    {
        RefusalReason.UnexpectedProxyHeader => "it began with a PROXY protocol header, but the address is not a trusted proxy",
        RefusalReason.MissingProxyHeader => "the address is a trusted proxy, but sent no PROXY protocol header",
        RefusalReason.InvalidProxyHeader => "the address is a trusted proxy, but its PROXY protocol header is malformed",
        RefusalReason.UnknownVersion => "its first byte is not a version of the multiplayer protocol that this server speaks",
        RefusalReason.AddressConnections => "the address has as many connections as one address may have",
        RefusalReason.AddressUnauthenticated => "the address has as many connections that have not logged in as one address may have",
        RefusalReason.LoginRate => "the address logs in more often than one address may",
        RefusalReason.Banned => "the address is banned",
        RefusalReason.ServerFull => "the server has as many connections as it may have",
        RefusalReason.GaveWay => "it had not logged in, and a newer connection needed its place",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Remedy(RefusalReason reason) => reason switch
    {
        RefusalReason.UnexpectedProxyHeader =>
            "If this is your proxy or tunnel, add the address to [game] trusted_proxies; otherwise turn the PROXY protocol off where the connection comes from.",
        RefusalReason.MissingProxyHeader =>
            "Turn the PROXY protocol on at the proxy (nginx: proxy_protocol on; HAProxy: send-proxy-v2; frp: transport.proxyProtocolVersion = \"v2\"), "
            + "or remove the address from [game] trusted_proxies.",
        RefusalReason.InvalidProxyHeader => "Let the proxy send version 1 or 2 of the PROXY protocol for TCP over IPv4 or IPv6.",
        RefusalReason.UnknownVersion =>
            "Most likely this is not the game but a port scanner or a browser. If it is the game, update the game or this server.",
        RefusalReason.AddressConnections =>
            "If many players share this address, raise [game.limits] max_connections_per_address. "
            + "If it is a proxy or tunnel, let it send PROXY headers and add it to [game] trusted_proxies.",
        RefusalReason.AddressUnauthenticated =>
            "If many players share this address, raise [game.limits] max_unauthenticated_per_address. "
            + "If it is a proxy or tunnel, let it send PROXY headers and add it to [game] trusted_proxies.",
        RefusalReason.LoginRate =>
            "If many players share this address, raise [game.limits] logins_per_sec and login_burst. "
            + "If it is a proxy or tunnel, let it send PROXY headers and add it to [game] trusted_proxies.",
        RefusalReason.Banned => "Lift the ban if the address should be admitted.",
        RefusalReason.ServerFull => "Raise [game.limits] max_connections or max_unauthenticated, or ban the addresses that take the places.",
        RefusalReason.GaveWay => "If genuine players are affected, raise [game.limits] max_unauthenticated; otherwise ban the address.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>The lines of one reason.</summary>
    private sealed class Lines(TimeProvider timeProvider)
    {
        private readonly AddressRates _perAddress = new(LinesPerSecondOfAddress, burst: 1, timeProvider);
        private readonly TokenBucket _all = new(LinesPerSecond, LineBurst, timeProvider);
        private int _suppressed;

        public bool TryTake(IPAddress address, out int suppressed)
        {
            // An address that repeats itself must not use up the lines of the others.
            if (_perAddress.TryTake(address) && _all.TryTake())
            {
                suppressed = Interlocked.Exchange(ref _suppressed, 0);
                return true;
            }

            suppressed = Interlocked.Increment(ref _suppressed);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2033, LogLevel.Warning, "Refused a connection from {Address}: {Problem}. {Remedy} (similar refusals not logged before: {Suppressed})")]
        public static partial void Refused(ILogger logger, string address, string problem, string remedy, int suppressed);
    }
}
