using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Plugins.Events;
using static Phira.PluginService.Plugins.Tests.Boundary.Samples;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>One event of every type, and more where an option or list can be empty, with the JSON of its payload.</summary>
internal static class EveryEvent
{
    private static readonly UserId Player = new(42);

    public static IReadOnlyList<(string Name, GameEvent Event, string Json)> All { get; } =
    [
        ("server start", new ServerStarted(), "null"),
        ("server shutdown", new ServerStopping(), "null"),
        ("user connect", new UserConnected(User), UserJson),
        ("user disconnect", new UserDisconnected(LonelyUser), LonelyUserJson),
        ("room create by nobody", new RoomCreated(EmptyRoom, null), $$"""{"room": {{EmptyRoomJson}}, "creator": null}"""),
        ("room create by a user", new RoomCreated(Room, Player), $$"""{"room": {{RoomJson}}, "creator": 42}"""),
        ("room disband", new RoomDisbanded(Room), RoomJson),
        ("join as player", new UserJoinedRoom(User, EmptyRoom, AsMonitor: false), Joined(UserJson, EmptyRoomJson, "false")),
        ("join as monitor", new UserJoinedRoom(LonelyUser, Room, AsMonitor: true), Joined(LonelyUserJson, RoomJson, "true")),
        ("leave", new UserLeftRoom(User, Room), $$"""{"user": {{UserJson}}, "room": {{RoomJson}}}"""),
        ("game start", new GameStarted(Room, Player), $$"""{"room": {{RoomJson}}, "starter": 42}"""),
        ("game start by nobody", new GameStarted(EmptyRoom, null), $$"""{"room": {{EmptyRoomJson}}, "starter": null}"""),
        ("game end", new GameEnded(Room, [Play, OddPlay, Play], [new(5), new(6)]), $$"""
            {"room": {{RoomJson}}, "records": [{{PlayJson}}, {{OddPlayJson}}, {{PlayJson}}], "aborted": [5, 6]}
            """),
        ("game end without results", new GameEnded(EmptyRoom, [], []), $$"""{"room": {{EmptyRoomJson}}, "records": [], "aborted": []}"""),
        ("command", new CommandInput(User, "/roll 2d6"), $$"""{"user": {{UserJson}}, "text": "/roll 2d6"}"""),
        ("message", new MessageSent(LonelyUser, Text), $$"""{"user": {{LonelyUserJson}}, "text": {{TextJson}}}"""),
        ("lock", new RoomLockChanged(EmptyRoom), EmptyRoomJson),
        ("cycle", new RoomCycleChanged(Room), RoomJson),
        ("host", new RoomHostChanged(Room, null), $$"""{"room": {{RoomJson}}, "previous": null}"""),
        ("host after another", new RoomHostChanged(EmptyRoom, Player), $$"""{"room": {{EmptyRoomJson}}, "previous": 42}"""),
        ("chart", new ChartSelected(Room, Player, new(3, "")), $$"""{"room": {{RoomJson}}, "by": 42, "chart": {"id": 3, "name": ""} }"""),
        ("chart by nobody", new ChartSelected(Room with { Phase = RoomPhase.SelectChart }, null, new(int.MaxValue, "x")), $$"""
            {"room": {{RoomJson.Replace("playing", "select-chart", StringComparison.Ordinal)}}, "by": null,
             "chart": {"id": 2147483647, "name": "x"} }
            """),
        ("ready", new PlayerReady(User, new(7), IsReady: true), $$"""{"user": {{UserJson}}, "room": 7, "ready": true}"""),
        ("not ready", new PlayerReady(User, new(7), IsReady: false), $$"""{"user": {{UserJson}}, "room": 7, "ready": false}"""),
        ("finish", new PlayerFinished(User, new(7), Play), $$"""{"user": {{UserJson}}, "room": 7, "record": {{PlayJson}}}"""),
        ("abort", new PlayerAborted(LonelyUser, new(7)), $$"""{"user": {{LonelyUserJson}}, "room": 7}"""),
        ("touches", Touches, TouchesJson),
        ("no touches", new PlayerTouches(Player, new(7), []), """{"player": 42, "room": 7, "frames": []}"""),
        ("judges", Judges, JudgesJson),
        ("no judges", new PlayerJudges(Player, new(7), []), """{"player": 42, "room": 7, "judges": []}"""),
        ("plugin state", new PluginStateChanged(PluginName.Parse("dice"), "", "running"), """
            {"plugin": "dice", "old-state": "", "new-state": "running"}
            """),
        ("config", new ConfigChanged(PluginName.Parse("welcome"), 3), """{"plugin": "welcome", "revision": 3}"""),
        ("room state", new RoomStateChanged(Room, RoomPhase.WaitingForReady, Player), Added(
            "room_state_change", $$"""{"room": {{RoomJson}}, "previous": "waiting-for-ready", "by": 42}""")),
        ("room state by nobody", new RoomStateChanged(EmptyRoom, RoomPhase.SelectChart, null), Added(
            "room_state_change", $$"""{"room": {{EmptyRoomJson}}, "previous": "select-chart", "by": null}""")),
        ("session lost", new SessionSuspended(User), Added("session_suspend", $$"""{"user": {{UserJson}}}""")),
        ("session taken up", new SessionResumed(User, WasSuspended: true), Added("session_resume", $$"""{"user": {{UserJson}}, "suspended": true}""")),
        ("second login", new SessionResumed(LonelyUser, WasSuspended: false), Added(
            "session_resume", $$"""{"user": {{LonelyUserJson}}, "suspended": false}""")),
        .. Enum.GetValues<SessionEndReason>().Select(reason => (
            $"session end {reason}",
            (GameEvent)new SessionEnded(LonelyUser, reason),
            Added("session_end", $$"""{"user": {{LonelyUserJson}}, "reason": "{{reason.ToString().ToLowerInvariant()}}"}"""))),
        ("custom", new CustomEvent("dice_rolled", "dice", """{"文": [1, "🎲"]}""", default), """
            {"event-type": "dice_rolled", "source": "dice", "data": "{\"文\": [1, \"🎲\"]}"}
            """),
    ];

    // A guest shows the data as the text that it is; it is compared as JSON.
    private static string Added(string type, string json) => $$"""{"event-type": "{{type}}", "source": "host", "data": {{json}}}""";

    private static string Joined(string user, string room, string monitor) =>
        $$"""{"user": {{user}}, "room": {{room}}, "monitor": {{monitor}}}""";
}
