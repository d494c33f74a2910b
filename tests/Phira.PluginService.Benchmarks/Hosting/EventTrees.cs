using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Events;
using Wasmtime.Components;
using static Phira.PluginService.Plugins.Values.Wit;

namespace Phira.PluginService.Benchmarks.Hosting;

/// <summary>Builds the values of <c>wit/event-types.wit</c> as trees of the .NET binding: what the way of the platform is compared with.</summary>
internal static class EventTrees
{
    private static readonly ComponentValue Before = ComponentValue.Enum("before");
    private static readonly ComponentValue After = ComponentValue.Enum("after");

    /// <summary>An <c>event</c>.</summary>
    /// <param name="before">Whether the event is offered before it happens.</param>
    public static ComponentValue Event(ulong sequence, DateTimeOffset at, bool before, ComponentValue payload) => Record(
        Field("sequence", ComponentValue.U64(sequence)),
        Field("at", Timestamp(at)),
        Field("phase", before ? Before : After),
        Field("payload", payload));

    /// <summary>An <c>event-payload</c>.</summary>
    public static ComponentValue Payload(GameEvent gameEvent) =>
        ComponentValue.Variant(CaseName(gameEvent), Content(gameEvent) ?? RoomContent(gameEvent) ?? PlayContent(gameEvent));

    private static string CaseName(GameEvent gameEvent) =>
        gameEvent is CustomEvent ? "custom" : gameEvent.Type.Replace('_', '-');

    // A case without payload is null in the end.
    private static ComponentValue? Content(GameEvent gameEvent) => gameEvent switch
    {
        UserConnected e => UserInfo(e.User),
        UserDisconnected e => UserInfo(e.User),
        CommandInput e => TextInput(e.User, e.Text),
        MessageSent e => TextInput(e.User, e.Text),
        PluginStateChanged e => Record(
            Field("plugin", ComponentValue.String(e.Plugin.Value)),
            Field("old-state", ComponentValue.String(e.OldState)),
            Field("new-state", ComponentValue.String(e.NewState))),
        ConfigChanged e => Record(
            Field("plugin", ComponentValue.String(e.Plugin.Value)), Field("revision", Number(e.Revision))),
        CustomEvent e => Record(
            Field("event-type", ComponentValue.String(e.Type)),
            Field("source", ComponentValue.String(e.Source)),
            Field("data", ComponentValue.String(e.Data))),
        _ => null,
    };

    private static ComponentValue? RoomContent(GameEvent gameEvent) => gameEvent switch
    {
        RoomCreated e => Record(Field("room", RoomInfo(e.Room)), Field("creator", Option(e.Creator, User))),
        RoomDisbanded e => RoomInfo(e.Room),
        UserJoinedRoom e => Record(
            Field("user", UserInfo(e.User)), Field("room", RoomInfo(e.Room)), Field("monitor", ComponentValue.Bool(e.AsMonitor))),
        UserLeftRoom e => Record(Field("user", UserInfo(e.User)), Field("room", RoomInfo(e.Room))),
        RoomLockChanged e => RoomInfo(e.Room),
        RoomCycleChanged e => RoomInfo(e.Room),
        RoomHostChanged e => Record(Field("room", RoomInfo(e.Room)), Field("previous", Option(e.Previous, User))),
        ChartSelected e => Record(
            Field("room", RoomInfo(e.Room)), Field("by", Option(e.By, User)), Field("chart", ChartInfo(e.Chart))),
        _ => null,
    };

    private static ComponentValue? PlayContent(GameEvent gameEvent) => gameEvent switch
    {
        GameStarted e => Record(Field("room", RoomInfo(e.Room)), Field("starter", Option(e.Starter, User))),
        GameEnded e => Record(
            Field("room", RoomInfo(e.Room)), Field("records", List(e.Records, PlayRecord)), Field("aborted", Users(e.Aborted))),
        PlayerReady e => Record(InRoom(e.User, e.Room, Field("ready", ComponentValue.Bool(e.IsReady)))),
        PlayerFinished e => Record(InRoom(e.User, e.Room, Field("record", PlayRecord(e.Record)))),
        PlayerAborted e => Record(InRoom(e.User, e.Room)),
        PlayerTouches e => Record(
            Field("player", User(e.Player)), Field("room", Room(e.Room)), Field("frames", List(e.Frames, Frame))),
        PlayerJudges e => Record(
            Field("player", User(e.Player)), Field("room", Room(e.Room)), Field("judges", List(e.Judges, Judge))),
        _ => null,
    };

    private static ComponentValue TextInput(UserSnapshot user, string text) =>
        Record(Field("user", UserInfo(user)), Field("text", ComponentValue.String(text)));

    private static KeyValuePair<string, ComponentValue>[] InRoom(
        UserSnapshot user, RoomId room, params ReadOnlySpan<KeyValuePair<string, ComponentValue>> more) =>
        [Field("user", UserInfo(user)), Field("room", Room(room)), .. more];

    private static ComponentValue Frame(TouchFrame frame) => Record(
        Field("time", ComponentValue.F32(frame.Time)),
        Field("points", List(frame.Points, point => Record(
            Field("finger", ComponentValue.S8(point.Finger)),
            Field("x", ComponentValue.F32(point.X)),
            Field("y", ComponentValue.F32(point.Y))))));

    private static ComponentValue Judge(JudgeEvent judge) => Record(
        Field("time", ComponentValue.F32(judge.Time)),
        Field("line", ComponentValue.U32(judge.Line)),
        Field("note", ComponentValue.U32(judge.Note)),
        Field("judgement", ComponentValue.Enum(Name(judge.Judgement))));

    private static string Name(Judgement judgement) => judgement switch
    {
        Judgement.Perfect => "perfect",
        Judgement.Good => "good",
        Judgement.Bad => "bad",
        Judgement.Miss => "miss",
        Judgement.HoldPerfect => "hold-perfect",
        Judgement.HoldGood => "hold-good",
        _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement, "unknown judgement"),
    };
}
