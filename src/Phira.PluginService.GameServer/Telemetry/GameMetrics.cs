using System.Diagnostics.Metrics;
using Phira.PluginService.Core.Telemetry;
using Phira.PluginService.Protocol.Client;

namespace Phira.PluginService.GameServer.Telemetry;

/// <summary>The instruments of the game server. Labels have few fixed values: never a user, a room or an address.</summary>
internal sealed class GameMetrics
{
    private static readonly string[] LoginOutcomes =
    [
        "accepted", "resumed", "refused", "refused_connection", "banned_address", "not_admitted", "invalid_token", "invalid_account", "too_many_logins",
        "timeout", "phira_api.not_found", "phira_api.rejected", "phira_api.unavailable", "phira_api.bad_answer",
    ];

    private static readonly ClientCommandKind[] RoomOperations =
    [
        ClientCommandKind.CreateRoom, ClientCommandKind.JoinRoom, ClientCommandKind.LeaveRoom, ClientCommandKind.LockRoom, ClientCommandKind.CycleRoom,
        ClientCommandKind.SelectChart, ClientCommandKind.RequestStart, ClientCommandKind.Ready, ClientCommandKind.CancelReady, ClientCommandKind.Played,
        ClientCommandKind.Abort,
    ];

    private readonly LabelledCounter<string> _logins;
    private readonly LabelledCounter<DisconnectReason> _disconnects;
    private readonly LabelledCounter<RefusalReason> _refusedConnections;
    private readonly LabelledCounter<RequestOutcome> _chatMessages;
    private readonly LabelledCounter<(ClientCommandKind Operation, RequestOutcome Outcome)> _roomOperations;
    private readonly Meter _meter;
    private long _framesIn;
    private long _framesOut;
    private long _limited;
    private long _roundsStarted;
    private long _roundsEnded;

    public GameMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(GameServerTelemetry.MeterName);
        Count("phira.game.frames.received", () => Interlocked.Read(ref _framesIn), "{frame}", "Packets received from games.");
        Count("phira.game.frames.sent", () => Interlocked.Read(ref _framesOut), "{frame}", "Packets sent to games.");
        Count("phira.game.requests.limited", () => Interlocked.Read(ref _limited), "{request}", "Requests refused by the rate limits.");
        Count("phira.game.rounds.started", () => Interlocked.Read(ref _roundsStarted), "{round}", "Rounds that began.");
        Count("phira.game.rounds.ended", () => Interlocked.Read(ref _roundsEnded), "{round}", "Rounds that ended, also with players who had not finished.");
        _logins = new(_meter, "phira.game.logins", "{login}", "Logins by outcome.", Outcome, LoginOutcomes);
        _disconnects = new(
            _meter, "phira.game.disconnects", "{connection}", "Ended connections by reason.", Reason, Enum.GetValues<DisconnectReason>());
        _refusedConnections = new(
            _meter, "phira.game.connections.refused", "{connection}", "Refused connections by reason.", Reason, Enum.GetValues<RefusalReason>());
        _chatMessages = new(
            _meter,
            "phira.game.chat.messages",
            "{message}",
            "Lines that players typed into the chat, commands included.",
            Outcome,
            Enum.GetValues<RequestOutcome>());
        _roomOperations = new(
            _meter,
            "phira.game.room.operations",
            "{operation}",
            "Requests of players that concern a room.",
            key => [new("operation", LabelValue.Of(key.Operation)), .. Outcome(key.Outcome)],
            RoomOperations.SelectMany(_ => Enum.GetValues<RequestOutcome>(), (operation, outcome) => (operation, outcome)));
    }

    /// <summary>Reads present numbers when asked.</summary>
    public void Observe(Func<int> connections, Func<int> unauthenticated, Func<int> users, Func<int> rooms)
    {
        _meter.CreateObservableGauge("phira.game.connections", connections, "{connection}", "Open connections.");
        _meter.CreateObservableGauge("phira.game.connections.unauthenticated", unauthenticated, "{connection}", "Open connections that have not logged in.");
        _meter.CreateObservableGauge("phira.game.users", users, "{user}", "Users with a connection.");
        _meter.CreateObservableGauge("phira.game.rooms", rooms, "{room}", "Open rooms.");
    }

    public void FrameReceived() => Interlocked.Increment(ref _framesIn);

    public void FrameSent(int count) => Interlocked.Add(ref _framesOut, count);

    public void Login(string outcome) => _logins.Add(outcome);

    public void Disconnected(DisconnectReason reason) => _disconnects.Add(reason);

    public void ConnectionRefused(RefusalReason reason) => _refusedConnections.Add(reason);

    public void RequestLimited() => Interlocked.Increment(ref _limited);

    public void RoundStarted() => Interlocked.Increment(ref _roundsStarted);

    public void RoundEnded() => Interlocked.Increment(ref _roundsEnded);

    /// <summary>Counts a request of a player. Logins are counted by their own outcomes; pings and streams have none.</summary>
    public void Request(ClientCommandKind kind, RequestOutcome outcome)
    {
        if (kind == ClientCommandKind.Chat)
        {
            _chatMessages.Add(outcome);
        }
        else if (RoomOperations.Contains(kind))
        {
            _roomOperations.Add((kind, outcome));
        }
    }

    private void Count(string name, Func<long> read, string unit, string description) => _meter.CreateObservableCounter(name, read, unit, description);

    private static KeyValuePair<string, object?>[] Outcome(string outcome) => [new("outcome", outcome)];

    private static KeyValuePair<string, object?>[] Outcome(RequestOutcome outcome) => Outcome(LabelValue.Of(outcome));

    private static KeyValuePair<string, object?>[] Reason<T>(T reason)
        where T : struct, Enum => [new("reason", LabelValue.Of(reason))];
}
