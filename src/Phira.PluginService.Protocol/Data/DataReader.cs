using System.Buffers;
using System.Text;
using Phira.PluginService.Protocol.Limits;
using Phira.PluginService.Protocol.Primitives;

namespace Phira.PluginService.Protocol.Data;

/// <summary>Reads the structures that commands are made of.</summary>
internal static class DataReader
{
    private const int SmallestUser = sizeof(int) + 1 + 1;
    private const int SmallestKeyedUser = sizeof(int) + SmallestUser;

    private static readonly SearchValues<byte> RoomNameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    public static int? OptionalInt32(this ref WireReader reader) => reader.Bool() ? reader.Int32() : null;

    public static CompactPos CompactPos(this ref WireReader reader) => new(reader.UInt16(), reader.UInt16());

    public static UserInfo UserInfo(this ref WireReader reader) => new(reader.Int32(), reader.Text(), reader.Bool());

    public static RoomName RoomName(this ref WireReader reader)
    {
        var bytes = reader.TextBytes(ProtocolLimits.MaxRoomNameBytes);
        if (!reader.Failed && (bytes.IsEmpty || bytes.ContainsAnyExcept(RoomNameBytes)))
        {
            reader.Fail(DecodeError.InvalidRoomName);
        }

        return reader.Failed ? default : Data.RoomName.Create(Encoding.ASCII.GetString(bytes));
    }

    public static RoomState RoomState(this ref WireReader reader)
    {
        switch ((RoomStateKind)reader.Byte())
        {
            case RoomStateKind.SelectChart:
                return Data.RoomState.SelectChart(reader.OptionalInt32());
            case RoomStateKind.WaitingForReady:
                return Data.RoomState.WaitingForReady;
            case RoomStateKind.Playing:
                return Data.RoomState.Playing;
            default:
                reader.Fail(DecodeError.UnknownTag);
                return default;
        }
    }

    public static ClientRoomState ClientRoomState(this ref WireReader reader) => new(
        reader.RoomName(),
        reader.RoomState(),
        reader.Bool(),
        reader.Bool(),
        reader.Bool(),
        reader.Bool(),
        reader.Bool(),
        reader.KeyedUsers());

    public static JoinRoomResponse JoinRoomResponse(this ref WireReader reader) => new(reader.RoomState(), reader.Users(), reader.Bool());

    /// <summary>Checks a list of touches, without decoding more of it than its counts.</summary>
    public static EncodedList<TouchFrame> TouchFrames(this ref WireReader reader, DecodeLimits limits)
    {
        var start = reader.Position;
        var count = reader.Count(TouchFrame.SmallestSize, limits.TouchFrames);
        var pointsLeft = limits.TouchPoints;
        for (var index = 0; index < count && !reader.Failed; index++)
        {
            reader.Skip(sizeof(float));
            pointsLeft -= reader.TouchPoints(pointsLeft).Count;
        }

        return reader.ListFrom<TouchFrame>(start, count);
    }

    public static EncodedList<TouchPoint> TouchPoints(this ref WireReader reader, int limit)
    {
        var start = reader.Position;
        var count = reader.Count(TouchPoint.Size, limit);
        reader.Skip(count * TouchPoint.Size);
        return reader.ListFrom<TouchPoint>(start, count);
    }

    /// <summary>Checks a list of judgements: of each, the one byte that can be wrong.</summary>
    public static EncodedList<JudgeEvent> JudgeEvents(this ref WireReader reader, DecodeLimits limits)
    {
        var start = reader.Position;
        var count = reader.Count(JudgeEvent.Size, limits.JudgeEvents);
        for (var index = 0; index < count && !reader.Failed; index++)
        {
            reader.Skip(JudgeEvent.SizeBeforeJudgement);
            reader.Judgement();
        }

        return reader.ListFrom<JudgeEvent>(start, count);
    }

    public static Judgement Judgement(this ref WireReader reader)
    {
        var judgement = (Judgement)reader.Byte();
        if (judgement > Data.Judgement.HoldGood)
        {
            reader.Fail(DecodeError.UnknownTag);
        }

        return judgement;
    }

    private static EncodedList<T> ListFrom<T>(this ref WireReader reader, int start, int count)
        where T : struct, IWireElement<T> => reader.Failed || count == 0 ? default : new EncodedList<T>(reader.Since(start), count);

    private static WireList<UserInfo> Users(this ref WireReader reader)
    {
        var users = new UserInfo[reader.Count(SmallestUser, int.MaxValue)];
        for (var index = 0; index < users.Length && !reader.Failed; index++)
        {
            users[index] = reader.UserInfo();
        }

        return new WireList<UserInfo>(users);
    }

    private static WireList<UserInfo> KeyedUsers(this ref WireReader reader)
    {
        var users = new UserInfo[reader.Count(SmallestKeyedUser, int.MaxValue)];
        for (var index = 0; index < users.Length && !reader.Failed; index++)
        {
            var key = reader.Int32();
            users[index] = reader.UserInfo();
            if (users[index].Id != key)
            {
                reader.Fail(DecodeError.UserKeyMismatch);
            }
        }

        return new WireList<UserInfo>(users);
    }
}
