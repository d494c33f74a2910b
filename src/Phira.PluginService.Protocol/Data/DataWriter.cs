using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Writes the structures that commands are made of.</summary>
internal static class DataWriter
{
    public static void OptionalInt32(this ref WireWriter writer, int? value)
    {
        writer.Bool(value.HasValue);
        if (value.HasValue)
        {
            writer.Int32(value.Value);
        }
    }

    public static void Result(this ref WireWriter writer, WireResult result)
    {
        writer.Bool(result.IsSuccess);
        if (!result.IsSuccess)
        {
            writer.Text(result.Error);
        }
    }

    public static void CompactPos(this ref WireWriter writer, CompactPos value)
    {
        writer.UInt16(value.RawX);
        writer.UInt16(value.RawY);
    }

    public static void UserInfo(this ref WireWriter writer, UserInfo user)
    {
        writer.Int32(user.Id);
        writer.Text(user.Name);
        writer.Bool(user.Monitor);
    }

    public static void RoomState(this ref WireWriter writer, RoomState state)
    {
        writer.Byte((byte)state.Kind);
        if (state.Kind == RoomStateKind.SelectChart)
        {
            writer.OptionalInt32(state.Chart);
        }
    }

    public static void AuthenticatedUser(this ref WireWriter writer, AuthenticatedUser value)
    {
        writer.UserInfo(value.User);
        writer.Bool(value.Room is not null);
        if (value.Room is not null)
        {
            writer.ClientRoomState(value.Room);
        }
    }

    public static void JoinRoomResponse(this ref WireWriter writer, JoinRoomResponse response)
    {
        writer.RoomState(response.State);
        writer.Uleb((uint)response.Users.Count);
        foreach (var user in response.Users)
        {
            writer.UserInfo(user);
        }

        writer.Bool(response.Live);
    }

    /// <summary>Copies a list that is encoded already.</summary>
    public static void List<T>(this ref WireWriter writer, EncodedList<T> list)
        where T : struct, IWireElement<T> => writer.List(list.Bytes.Span);

    /// <summary>Copies a list that is encoded already; one without elements may have no bytes.</summary>
    public static void List(this ref WireWriter writer, scoped ReadOnlySpan<byte> list)
    {
        if (list.IsEmpty)
        {
            writer.Uleb(0);
        }
        else
        {
            writer.Bytes(list);
        }
    }

    private static void ClientRoomState(this ref WireWriter writer, ClientRoomState room)
    {
        writer.Text(room.Id.Value);
        writer.RoomState(room.State);
        writer.Bool(room.Live);
        writer.Bool(room.Locked);
        writer.Bool(room.Cycle);
        writer.Bool(room.IsHost);
        writer.Bool(room.IsReady);
        writer.Uleb((uint)room.Users.Count);
        foreach (var user in room.Users)
        {
            // The users are a map on the wire: the key comes before the user, who carries it again.
            writer.Int32(user.Id);
            writer.UserInfo(user);
        }
    }
}
