using Phira.PluginService.Core.Localization;
using Phira.PluginService.Protocol.Limits;

namespace Phira.PluginService.GameServer.Text;

/// <summary>
/// Every text that the server itself sends to games. Those in the first two groups are the official server's, so that
/// players find the words they know; the game shows them below its own headline.
/// </summary>
internal static class GameTexts
{
    // Translated by the official server.
    public static readonly LocalizedText RoomIdOccupied = LocalizedText.Of("game.room_id_occupied");
    public static readonly LocalizedText GameOngoing = LocalizedText.Of("game.game_ongoing");
    public static readonly LocalizedText RoomFull = LocalizedText.Of("game.room_full");
    public static readonly LocalizedText RoomLocked = LocalizedText.Of("game.room_locked");
    public static readonly LocalizedText CannotMonitor = LocalizedText.Of("game.cannot_monitor");

    public static readonly LocalizedText NoChartSelected = LocalizedText.Of("game.no_chart_selected");

    // Fixed English in the official server.
    public static readonly LocalizedText LoginFailed = LocalizedText.Literal("failed to fetch info");
    public static readonly LocalizedText RepeatedLogin = LocalizedText.Literal("repeated authenticate");
    public static readonly LocalizedText InvalidToken = LocalizedText.Literal("invalid token");
    public static readonly LocalizedText NoRoom = LocalizedText.Literal("no room");
    public static readonly LocalizedText AlreadyInRoom = LocalizedText.Literal("already in room");
    public static readonly LocalizedText RoomNotFound = LocalizedText.Literal("room not found");
    public static readonly LocalizedText InvalidState = LocalizedText.Literal("invalid state");
    public static readonly LocalizedText HostOnly = LocalizedText.Literal("only host can do this");
    public static readonly LocalizedText AlreadyReady = LocalizedText.Literal("already ready");
    public static readonly LocalizedText NotReady = LocalizedText.Literal("not ready");
    public static readonly LocalizedText InvalidRecord = LocalizedText.Literal("invalid record");
    public static readonly LocalizedText AlreadyUploaded = LocalizedText.Literal("already uploaded");
    public static readonly LocalizedText Aborted = LocalizedText.Literal("aborted");

    // This server's own.
    public static readonly LocalizedText ChartNotFound = LocalizedText.Of("game.chart_not_found");
    public static readonly LocalizedText ChartUnavailable = LocalizedText.Of("game.chart_unavailable");

    public static readonly LocalizedText RecordUnavailable = LocalizedText.Of("game.record_unavailable");

    public static readonly LocalizedText TooFast = LocalizedText.Of("game.too_fast");
    public static readonly LocalizedText Busy = LocalizedText.Of("game.busy");
    public static readonly LocalizedText Fault = LocalizedText.Of("game.fault");
    public static readonly LocalizedText TooManyRooms = LocalizedText.Of("game.too_many_rooms");
    public static readonly LocalizedText TooManyMonitors = LocalizedText.Of("game.too_many_monitors");
    public static readonly LocalizedText Stopping = LocalizedText.Of("game.stopping");
    public static readonly LocalizedText Maintenance = LocalizedText.Of("game.maintenance");

    public static readonly LocalizedText RoomCreationOff = LocalizedText.Of("game.room_creation_off");

    public static readonly LocalizedText NotAPlayer = LocalizedText.Of("game.not_a_player");
    public static readonly LocalizedText NoPlayers = LocalizedText.Of("game.no_players");
    public static readonly LocalizedText LoggedInElsewhere = LocalizedText.Of("game.logged_in_elsewhere");

    public static readonly LocalizedText TooManyLogins = LocalizedText.Of("game.too_many_logins");

    public static readonly LocalizedText TooManyFromAddress = LocalizedText.Of("game.too_many_from_address");

    public static readonly LocalizedText ServerFull = LocalizedText.Of("game.server_full");

    public static readonly LocalizedText ProxyNotTrusted = LocalizedText.Of("game.proxy_not_trusted");

    public static readonly LocalizedText ProxyHeaderMissing = LocalizedText.Of("game.proxy_header_missing");

    public static readonly LocalizedText CommandRunning = LocalizedText.Of("game.command_running");
    public static readonly LocalizedText CommandTimedOut = LocalizedText.Of("game.command_timed_out");
    public static readonly LocalizedText CommandFailed = LocalizedText.Of("game.command_failed");

    public static LocalizedText UnknownVersion(byte version) => LocalizedText.Of("game.unknown_version", $"{version}", $"{ProtocolLimits.Version}");

    /// <summary>The server stops after the rounds in progress, or when it has waited long enough for them.</summary>
    public static LocalizedText StoppingAfterRounds(TimeSpan limit) => LocalizedText.Of("game.stopping_after_rounds", $"{limit.TotalSeconds:0}");

    /// <summary>The first result of a round is in, and the time of the others is limited.</summary>
    public static LocalizedText RoundTimeBegins(TimeSpan left) => LocalizedText.Of("game.round_time_begins", $"{left.TotalSeconds:0}");

    /// <summary>That time is over.</summary>
    public static LocalizedText RoundTimeOver(IEnumerable<string> late) =>
        LocalizedText.Of("game.round_time_over", LocalizedText.List(late.Select(LocalizedText.Literal)));
}
