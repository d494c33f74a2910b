using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The instruments of the game server. Labels have few fixed values: never a user, a room or an address.</summary>
internal sealed partial class GameMetrics
{
    private readonly Counter<long> _framesIn;
    private readonly Counter<long> _framesOut;
    private readonly Counter<long> _logins;
    private readonly Counter<long> _disconnects;
    private readonly Counter<long> _refusedConnections;
    private readonly Counter<long> _limited;
    private readonly Meter _meter;

    public GameMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(GameServerTelemetry.MeterName);
        _framesIn = _meter.CreateCounter<long>("phira.game.frames.received", "{frame}", "Packets received from games.");
        _framesOut = _meter.CreateCounter<long>("phira.game.frames.sent", "{frame}", "Packets sent to games.");
        _logins = _meter.CreateCounter<long>("phira.game.logins", "{login}", "Logins by outcome.");
        _disconnects = _meter.CreateCounter<long>("phira.game.disconnects", "{connection}", "Ended connections by reason.");
        _refusedConnections = _meter.CreateCounter<long>("phira.game.connections.refused", "{connection}", "Refused connections by reason.");
        _limited = _meter.CreateCounter<long>("phira.game.requests.limited", "{request}", "Requests refused by the rate limits.");
    }

    /// <summary>Reads present numbers when asked.</summary>
    public void Observe(Func<int> connections, Func<int> unauthenticated, Func<int> users, Func<int> rooms)
    {
        _meter.CreateObservableGauge("phira.game.connections", connections, "{connection}", "Open connections.");
        _meter.CreateObservableGauge("phira.game.connections.unauthenticated", unauthenticated, "{connection}", "Open connections that have not logged in.");
        _meter.CreateObservableGauge("phira.game.users", users, "{user}", "Users with a connection.");
        _meter.CreateObservableGauge("phira.game.rooms", rooms, "{room}", "Open rooms.");
    }

    public void FrameReceived() => _framesIn.Add(1);

    public void FrameSent(int count) => _framesOut.Add(count);

    public void Login(string outcome) => _logins.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Disconnected(DisconnectReason reason) => _disconnects.Add(1, Reason(reason));

    public void ConnectionRefused(RefusalReason reason) => _refusedConnections.Add(1, Reason(reason));

    public void RequestLimited() => _limited.Add(1);

    private static KeyValuePair<string, object?> Reason(Enum reason) => new("reason", Words().Replace(reason.ToString(), "_").ToLowerInvariant());

    [GeneratedRegex("(?<=.)(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Words();
}
