using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Writes the structures that commands are made of.</summary>
internal static class DataWriter
{
    public static void OptionalInt32<TSink>(this ref TSink sink, int? value)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Bool(value.HasValue);
        if (value.HasValue)
        {
            sink.Int32(value.Value);
        }
    }

    public static void Result<TSink>(this ref TSink sink, WireResult result)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Bool(result.IsSuccess);
        if (!result.IsSuccess)
        {
            sink.Text(result.Error);
        }
    }

    public static void CompactPos<TSink>(this ref TSink sink, CompactPos value)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.UInt16(value.RawX);
        sink.UInt16(value.RawY);
    }

    public static void UserInfo<TSink>(this ref TSink sink, UserInfo user)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Int32(user.Id);
        sink.Text(user.Name);
        sink.Bool(user.Monitor);
    }

    public static void RoomState<TSink>(this ref TSink sink, RoomState state)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Byte((byte)state.Kind);
        if (state.Kind == RoomStateKind.SelectChart)
        {
            sink.OptionalInt32(state.Chart);
        }
    }

    public static void AuthenticatedUser<TSink>(this ref TSink sink, AuthenticatedUser value)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.UserInfo(value.User);
        sink.Bool(value.Room is not null);
        if (value.Room is not null)
        {
            sink.ClientRoomState(value.Room);
        }
    }

    public static void JoinRoomResponse<TSink>(this ref TSink sink, JoinRoomResponse response)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.RoomState(response.State);
        sink.Uleb((uint)response.Users.Count);
        foreach (var user in response.Users)
        {
            sink.UserInfo(user);
        }

        sink.Bool(response.Live);
    }

    /// <summary>A list that is encoded already is copied as it is.</summary>
    public static void List<TSink, T>(this ref TSink sink, EncodedList<T> list)
        where TSink : struct, IWireSink, allows ref struct
        where T : struct, IWireElement<T> => sink.List(list.Bytes.Span);

    /// <summary>A list that is encoded already; one without elements may have no bytes.</summary>
    public static void List<TSink>(this ref TSink sink, ReadOnlySpan<byte> list)
        where TSink : struct, IWireSink, allows ref struct
    {
        if (list.IsEmpty)
        {
            sink.Uleb(0);
        }
        else
        {
            sink.Bytes(list);
        }
    }

    private static void ClientRoomState<TSink>(this ref TSink sink, ClientRoomState room)
        where TSink : struct, IWireSink, allows ref struct
    {
        sink.Text(room.Id.Value);
        sink.RoomState(room.State);
        sink.Bool(room.Live);
        sink.Bool(room.Locked);
        sink.Bool(room.Cycle);
        sink.Bool(room.IsHost);
        sink.Bool(room.IsReady);
        sink.Uleb((uint)room.Users.Count);
        foreach (var user in room.Users)
        {
            // The users are a map on the wire: the key comes before the user, who carries it again.
            sink.Int32(user.Id);
            sink.UserInfo(user);
        }
    }
}
