using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>Values with everything that can go wrong on the way to a guest, and the JSON that it must show for them.</summary>
internal static class Samples
{
    public const string Text = "小明 🎮 \"\\\n\t\0é﷽👨‍👩‍👧";
    public const string TextJson = """
        "小明 🎮 \"\\\n\t\u0000é﷽👨‍👩‍👧"
        """;

    /// <summary>The text where people read it: a tab is a space, and nothing hidden is left.</summary>
    public const string ShownText = "小明 🎮 \"\\\n é﷽👨‍👩‍👧";

    /// <summary>The same in one line, as a reason is.</summary>
    public const string ReasonJson = """
        "小明 🎮 \"\\  é﷽👨‍👩‍👧"
        """;

    public static readonly UserSnapshot User = new()
    {
        Id = new(int.MaxValue),
        Name = Text,
        Language = "zh-CN",
        Room = new RoomId(7),
        IsMonitor = true,
        IsConnected = false,
        ConnectedAt = DateTimeOffset.FromUnixTimeMilliseconds(1763841600123),
    };

    public const string UserJson = $$"""
        {"id": 2147483647, "name": {{TextJson}}, "language": "zh-CN", "room": 7, "monitor": true, "connected": false,
         "connected-at": 1763841600123}
        """;

    public static readonly UserSnapshot LonelyUser = new()
    {
        Id = new(1),
        Name = "",
        Language = "",
        IsConnected = true,
        ConnectedAt = DateTimeOffset.UnixEpoch,
    };

    public const string LonelyUserJson = """
        {"id": 1, "name": "", "language": "", "room": null, "monitor": false, "connected": true, "connected-at": 0}
        """;

    public static readonly RoomSnapshot Room = new()
    {
        Id = new(2147483646),
        Name = "room-1",
        Host = new UserId(42),
        Players = [new(42), new(int.MaxValue)],
        Monitors = [new(5)],
        Phase = RoomPhase.Playing,
        Chart = new(9, "谱面 🎵"),
        IsLive = true,
        IsCycling = true,
        MaxPlayers = 8,
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(253402300799999),
    };

    public const string RoomJson = """
        {"id": 2147483646, "name": "room-1", "host": 42, "players": [42, 2147483647], "monitors": [5], "phase": "playing",
         "chart": {"id": 9, "name": "谱面 🎵"}, "live": true, "locked": false, "cycle": true, "max-users": 8,
         "created-at": 253402300799999}
        """;

    public static readonly RoomSnapshot EmptyRoom = new()
    {
        Id = new(0),
        Name = "r",
        Host = null,
        Players = [],
        Monitors = [],
        Phase = RoomPhase.WaitingForReady,
        IsLocked = true,
        MaxPlayers = 1,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public const string EmptyRoomJson = """
        {"id": 0, "name": "r", "host": null, "players": [], "monitors": [], "phase": "waiting-for-ready", "chart": null,
         "live": false, "locked": true, "cycle": false, "max-users": 1, "created-at": 0}
        """;

    public static readonly PlayRecord Play = new()
    {
        Id = 11,
        Player = new(42),
        Chart = 9,
        Score = 1_000_000,
        Accuracy = 0.984375f,
        FullCombo = true,
        Perfect = 1000,
        Good = 2,
        Bad = 3,
        Miss = 4,
        MaxCombo = 1006,
    };

    public const string PlayJson = """
        {"id": 11, "player": 42, "chart": 9, "score": 1000000, "accuracy": 0.984375, "full-combo": true, "perfect": 1000, "good": 2,
         "bad": 3, "miss": 4, "max-combo": 1006}
        """;

    // The API may answer with numbers below zero; the guest's type has none.
    public static readonly PlayRecord OddPlay = Play with
    {
        Id = -5,
        Chart = null,
        Score = -1,
        Accuracy = -0.5f,
        FullCombo = false,
        MaxCombo = 0,
    };

    public const string OddPlayJson = """
        {"id": 0, "player": 42, "chart": null, "score": 0, "accuracy": -0.5, "full-combo": false, "perfect": 1000, "good": 2,
         "bad": 3, "miss": 4, "max-combo": 0}
        """;

    public static readonly PlayerTouches Touches = new(new(42), new(7),
    [
        new(0.5f, [new(0, -0.25f, 0.75f), new(-1, 1, -1)]),
        new(-2, []),
        new(0.1f, [new(sbyte.MaxValue, 0, 65504.125f), new(sbyte.MinValue, float.Epsilon, 0)]),
    ]);

    public const string TouchesJson = """
        {"player": 42, "room": 7, "frames": [
          {"time": 0.5, "points": [{"finger": 0, "x": -0.25, "y": 0.75}, {"finger": -1, "x": 1, "y": -1}]},
          {"time": -2, "points": []},
          {"time": 0.10000000149011612, "points": [
            {"finger": 127, "x": 0, "y": 65504.125},
            {"finger": -128, "x": 1.401298464324817e-45, "y": 0}]}]}
        """;

    public static readonly PlayerJudges Judges = new(new(42), new(7),
    [
        new(0, 0, 0, Judgement.Perfect),
        new(-0.5f, 1, uint.MaxValue - 1, Judgement.Good),
        new(1, 2, 3, Judgement.Bad),
        new(2, 3, 4, Judgement.Miss),
        new(3, 4, 5, Judgement.HoldPerfect),
        new(4, 5, 6, Judgement.HoldGood),
    ]);

    public const string JudgesJson = """
        {"player": 42, "room": 7, "judges": [
          {"time": 0, "line": 0, "note": 0, "judgement": "perfect"},
          {"time": -0.5, "line": 1, "note": 4294967294, "judgement": "good"},
          {"time": 1, "line": 2, "note": 3, "judgement": "bad"},
          {"time": 2, "line": 3, "note": 4, "judgement": "miss"},
          {"time": 3, "line": 4, "note": 5, "judgement": "hold-perfect"},
          {"time": 4, "line": 5, "note": 6, "judgement": "hold-good"}]}
        """;
}
