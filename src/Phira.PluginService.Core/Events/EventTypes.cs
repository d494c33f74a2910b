using System.Collections.Frozen;

namespace Phira.PluginService.Core.Events;

/// <summary>The names of the predefined events. Plugins may emit any other name, but none of these.</summary>
public static class EventTypes
{
    /// <summary>The server accepts players.</summary>
    public const string ServerStarted = "server_start";

    /// <summary>The server begins to shut down.</summary>
    public const string ServerStopping = "server_shutdown";

    /// <summary>A user logs in (before-event) or has logged in.</summary>
    public const string UserConnected = "user_connect";

    /// <summary>A user has left the server.</summary>
    public const string UserDisconnected = "user_disconnect";

    /// <summary>A user creates a room (before-event: the room has handle 0) or has created it.</summary>
    public const string RoomCreated = "room_create";

    /// <summary>A room has been removed.</summary>
    public const string RoomDisbanded = "room_disband";

    /// <summary>A user joins a room (before-event) or has joined it.</summary>
    public const string UserJoinedRoom = "user_join_room";

    /// <summary>A user has left a room.</summary>
    public const string UserLeftRoom = "user_leave_room";

    /// <summary>The host starts a round (before-event) or the round has begun.</summary>
    public const string GameStarted = "game_start";

    /// <summary>A round is over.</summary>
    public const string GameEnded = "game_end";

    /// <summary>A player types a command (before-event) or has typed it.</summary>
    public const string CommandInput = "command_input";

    /// <summary>A player says something (before-event) or has said it.</summary>
    public const string MessageSent = "message_send";

    /// <summary>A room was locked or unlocked.</summary>
    public const string RoomLockChanged = "room_lock_change";

    /// <summary>Host rotation was switched on or off.</summary>
    public const string RoomCycleChanged = "room_cycle_change";

    /// <summary>A room has a new host.</summary>
    public const string RoomHostChanged = "room_host_change";

    /// <summary>The host chooses a chart (before-event) or has chosen it.</summary>
    public const string ChartSelected = "chart_select";

    /// <summary>A player says that it is ready (before-event), has become ready, or is no longer.</summary>
    public const string PlayerReady = "player_ready";

    /// <summary>A player has uploaded a result.</summary>
    public const string PlayerFinished = "player_finish";

    /// <summary>A player has aborted the round.</summary>
    public const string PlayerAborted = "player_abort";

    /// <summary>A player's fingers moved. High rate.</summary>
    public const string PlayerTouches = "player_touches";

    /// <summary>Notes were judged. High rate.</summary>
    public const string PlayerJudges = "player_judges";

    /// <summary>A plugin changed its state.</summary>
    public const string PluginStateChanged = "plugin_state_change";

    /// <summary>A plugin's configuration changed.</summary>
    public const string ConfigChanged = "config_change";

    /// <summary>A room is in another phase of its round.</summary>
    public const string RoomStateChanged = "room_state_change";

    /// <summary>A user in a room has lost the connection; the place is kept for a while.</summary>
    public const string SessionSuspended = "session_suspend";

    /// <summary>A user who was here already has logged in again.</summary>
    public const string SessionResumed = "session_resume";

    /// <summary>A user is leaving the server, with the reason.</summary>
    public const string SessionEnded = "session_end";

    /// <summary>Every predefined name.</summary>
    public static FrozenSet<string> Predefined { get; } = FrozenSet.ToFrozenSet(
    [
        ServerStarted,
        ServerStopping,
        UserConnected,
        UserDisconnected,
        RoomCreated,
        RoomDisbanded,
        UserJoinedRoom,
        UserLeftRoom,
        GameStarted,
        GameEnded,
        CommandInput,
        MessageSent,
        RoomLockChanged,
        RoomCycleChanged,
        RoomHostChanged,
        ChartSelected,
        PlayerReady,
        PlayerFinished,
        PlayerAborted,
        PlayerTouches,
        PlayerJudges,
        PluginStateChanged,
        ConfigChanged,
        RoomStateChanged,
        SessionSuspended,
        SessionResumed,
        SessionEnded,
    ]);

    /// <summary>The events that are offered before they happen and can be refused.</summary>
    public static FrozenSet<string> Cancellable { get; } = FrozenSet.ToFrozenSet(
        [UserConnected, RoomCreated, UserJoinedRoom, ChartSelected, PlayerReady, GameStarted, CommandInput, MessageSent]);

    /// <summary>The events that come many times a second and are the first to be dropped.</summary>
    public static FrozenSet<string> HighRate { get; } = FrozenSet.ToFrozenSet([PlayerTouches, PlayerJudges]);
}
