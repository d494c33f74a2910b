using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Plugins.Values;

/// <summary>
/// Writes the values of <c>wit/types.wit</c> to where a guest reads them, without an object for each. Fields are numbered in the order of the WIT
/// file, with which every component has been compared.
/// </summary>
internal static class WitWriters
{
    /// <summary>Writes a <c>user-id</c>. Ids are positive; a negative one is nobody's and becomes 0.</summary>
    public static void User(this ValueWriter writer, UserId id) => writer.Number(id.Value);

    /// <summary>Writes a <c>room-id</c>.</summary>
    public static void Room(this ValueWriter writer, RoomId id) => writer.U32(id.Value);

    /// <summary>Writes a <c>timestamp</c>.</summary>
    public static void Timestamp(this ValueWriter writer, DateTimeOffset at) => writer.U64((ulong)Math.Max(0, at.ToUnixTimeMilliseconds()));

    /// <summary>Writes a u32 from a number that is never negative in a sane game.</summary>
    public static void Number(this ValueWriter writer, int value) => writer.U32((uint)Math.Max(0, value));

    /// <summary>Writes an <c>option&lt;user-id&gt;</c>.</summary>
    public static void OptionalUser(this ValueWriter writer, UserId? id)
    {
        if (id is { } some)
        {
            writer.Some().User(some);
        }
        else
        {
            writer.None();
        }
    }

    /// <summary>Writes an <c>option&lt;room-id&gt;</c>.</summary>
    public static void OptionalRoom(this ValueWriter writer, RoomId? id)
    {
        if (id is { } some)
        {
            writer.Some().Room(some);
        }
        else
        {
            writer.None();
        }
    }

    /// <summary>Writes a <c>list&lt;user-id&gt;</c>.</summary>
    public static void Users(this ValueWriter writer, ImmutableArray<UserId> users)
    {
        var elements = writer.List(users.Length);
        for (var next = 0; next < users.Length; next++)
        {
            elements[next].User(users[next]);
        }
    }

    /// <summary>Writes a <c>user-info</c>.</summary>
    public static void UserInfo(this ValueWriter writer, UserSnapshot user)
    {
        writer.Field(0).User(user.Id);
        writer.Field(1).String(user.Name);
        writer.Field(2).String(user.Language);
        writer.Field(3).OptionalRoom(user.Room);
        writer.Field(4).Bool(user.IsMonitor);
        writer.Field(5).Bool(user.IsConnected);
        writer.Field(6).Timestamp(user.ConnectedAt);
    }

    /// <summary>Writes a <c>chart-info</c>.</summary>
    public static void ChartInfo(this ValueWriter writer, ChartSnapshot chart)
    {
        writer.Field(0).Number(chart.Id);
        writer.Field(1).String(chart.Name);
    }

    /// <summary>Writes a <c>room-info</c>.</summary>
    public static void RoomInfo(this ValueWriter writer, RoomSnapshot room)
    {
        writer.Field(0).Room(room.Id);
        writer.Field(1).String(room.Name);
        writer.Field(2).OptionalUser(room.Host);
        writer.Field(3).Users(room.Players);
        writer.Field(4).Users(room.Monitors);
        writer.Field(5).Enum(Wit.Phase(room.Phase));
        if (room.Chart is { } chart)
        {
            writer.Field(6).Some().ChartInfo(chart);
        }
        else
        {
            writer.Field(6).None();
        }

        writer.Field(7).Bool(room.IsLive);
        writer.Field(8).Bool(room.IsLocked);
        writer.Field(9).Bool(room.IsCycling);
        writer.Field(10).Number(room.MaxPlayers);
        writer.Field(11).Timestamp(room.CreatedAt);
    }

    /// <summary>Writes a <c>play-record</c>.</summary>
    public static void PlayRecord(this ValueWriter writer, PlayRecord played)
    {
        writer.Field(0).Number(played.Id);
        writer.Field(1).User(played.Player);
        if (played.Chart is { } chart)
        {
            writer.Field(2).Some().Number(chart);
        }
        else
        {
            writer.Field(2).None();
        }

        writer.Field(3).Number(played.Score);
        writer.Field(4).F32(played.Accuracy);
        writer.Field(5).Bool(played.FullCombo);
        writer.Field(6).Number(played.Perfect);
        writer.Field(7).Number(played.Good);
        writer.Field(8).Number(played.Bad);
        writer.Field(9).Number(played.Miss);
        writer.Field(10).Number(played.MaxCombo);
    }
}
