using System.Collections.Immutable;
using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Values;

/// <summary>
/// Builds the values of <c>wit/types.wit</c>. Fields stand in the order of the WIT file: a badly shaped value costs the plugin its
/// instance, so values are built here and nowhere else.
/// </summary>
internal static class Wit
{
    /// <summary>A <c>user-id</c>. Ids are positive; a negative one is nobody's and becomes 0.</summary>
    public static ComponentValue User(UserId id) => ComponentValue.U32((uint)Math.Max(0, id.Value));

    /// <summary>A <c>room-id</c>.</summary>
    public static ComponentValue Room(RoomId id) => ComponentValue.U32(id.Value);

    /// <summary>A <c>timestamp</c>.</summary>
    public static ComponentValue Timestamp(DateTimeOffset at) => ComponentValue.U64((ulong)Math.Max(0, at.ToUnixTimeMilliseconds()));

    /// <summary>An option of a reference.</summary>
    public static ComponentValue Option<T>(T? value, Func<T, ComponentValue> build)
        where T : class => value is null ? ComponentValue.None() : ComponentValue.Some(build(value));

    /// <summary>An option of a value.</summary>
    public static ComponentValue Option<T>(T? value, Func<T, ComponentValue> build)
        where T : struct => value is { } some ? ComponentValue.Some(build(some)) : ComponentValue.None();

    /// <summary>A list.</summary>
    public static ComponentValue List<T>(IReadOnlyCollection<T> items, Func<T, ComponentValue> build)
    {
        var values = new ComponentValue[items.Count];
        var next = 0;
        foreach (var item in items)
        {
            values[next++] = build(item);
        }

        return ComponentValue.List(values);
    }

    /// <summary>A record; the fields in the order of the WIT file.</summary>
    public static ComponentValue Record(params KeyValuePair<string, ComponentValue>[] fields) => ComponentValue.Record(fields);

    /// <summary>A field of a record.</summary>
    public static KeyValuePair<string, ComponentValue> Field(string name, ComponentValue value) => new(name, value);

    /// <summary>A <c>user-info</c>.</summary>
    public static ComponentValue UserInfo(UserSnapshot user) => Record(
        Field("id", User(user.Id)),
        Field("name", ComponentValue.String(user.Name)),
        Field("language", ComponentValue.String(user.Language)),
        Field("room", Option(user.Room, Room)),
        Field("monitor", ComponentValue.Bool(user.IsMonitor)),
        Field("connected", ComponentValue.Bool(user.IsConnected)),
        Field("connected-at", Timestamp(user.ConnectedAt)));

    /// <summary>A <c>ban-info</c> of <c>wit/users.wit</c>.</summary>
    public static ComponentValue BanInfo(Ban ban) => Record(
        Field("user", User(((BanTarget.User)ban.Target).Id)),
        Field("reason", ComponentValue.String(ban.Reason)),
        Field("expires-at", Option(ban.ExpiresAt, Timestamp)),
        Field("banned-by", ComponentValue.String(ban.BannedBy)),
        Field("banned-at", Timestamp(ban.BannedAt)));

    /// <summary>A <c>chart-info</c>.</summary>
    public static ComponentValue ChartInfo(ChartSnapshot chart) => Record(
        Field("id", Number(chart.Id)), Field("name", ComponentValue.String(chart.Name)));

    /// <summary>A <c>room-info</c>.</summary>
    public static ComponentValue RoomInfo(RoomSnapshot room) => Record(
        Field("id", Room(room.Id)),
        Field("name", ComponentValue.String(room.Name)),
        Field("host", Option(room.Host, User)),
        Field("players", Users(room.Players)),
        Field("monitors", Users(room.Monitors)),
        Field("phase", ComponentValue.Enum(Phase(room.Phase))),
        Field("chart", Option(room.Chart, ChartInfo)),
        Field("live", ComponentValue.Bool(room.IsLive)),
        Field("locked", ComponentValue.Bool(room.IsLocked)),
        Field("cycle", ComponentValue.Bool(room.IsCycling)),
        Field("max-users", Number(room.MaxPlayers)),
        Field("created-at", Timestamp(room.CreatedAt)));

    /// <summary>A <c>play-record</c>.</summary>
    public static ComponentValue PlayRecord(PlayRecord record) => Record(
        Field("id", Number(record.Id)),
        Field("player", User(record.Player)),
        Field("chart", Option(record.Chart, Number)),
        Field("score", Number(record.Score)),
        Field("accuracy", ComponentValue.F32(record.Accuracy)),
        Field("full-combo", ComponentValue.Bool(record.FullCombo)),
        Field("perfect", Number(record.Perfect)),
        Field("good", Number(record.Good)),
        Field("bad", Number(record.Bad)),
        Field("miss", Number(record.Miss)),
        Field("max-combo", Number(record.MaxCombo)));

    /// <summary>A <c>list&lt;user-id&gt;</c>.</summary>
    public static ComponentValue Users(ImmutableArray<UserId> users) => List(users, User);

    /// <summary>A u32 from a number that is never negative in a sane game.</summary>
    public static ComponentValue Number(int value) => ComponentValue.U32((uint)Math.Max(0, value));

    /// <summary>The case of a <c>room-phase</c>.</summary>
    public static string Phase(RoomPhase phase) => phase switch
    {
        RoomPhase.SelectChart => "select-chart",
        RoomPhase.WaitingForReady => "waiting-for-ready",
        RoomPhase.Playing => "playing",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "unknown phase"),
    };
}
