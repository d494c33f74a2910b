using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Primitives;

/// <summary>Reads the structures that commands are made of.</summary>
internal static class DataReader
{
    private const int SmallestUser = sizeof(int) + 1 + 1;
    private const int SmallestKeyedUser = sizeof(int) + SmallestUser;
    private const int SmallestTouchFrame = sizeof(float) + 1;
    private const int TouchPointSize = 1 + sizeof(ushort) + sizeof(ushort);
    private const int JudgeEventSize = sizeof(float) + sizeof(uint) + sizeof(uint) + 1;

    public static int? OptionalInt32(this ref WireReader reader) => reader.Bool() ? reader.Int32() : null;

    public static CompactPos CompactPos(this ref WireReader reader) => new(reader.UInt16(), reader.UInt16());

    public static UserInfo UserInfo(this ref WireReader reader) => new(reader.Int32(), reader.Text(), reader.Bool());

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

    public static WireList<TouchFrame> TouchFrames(this ref WireReader reader, DecodeLimits limits)
    {
        var count = reader.Count(SmallestTouchFrame, limits.TouchFrames);
        if (count == 0)
        {
            return default;
        }

        var frames = new TouchFrame[count];
        var pointsLeft = limits.TouchPoints;
        for (var index = 0; index < count && !reader.Failed; index++)
        {
            var time = reader.Single();
            var points = reader.TouchPoints(pointsLeft);
            pointsLeft -= points.Count;
            frames[index] = new TouchFrame(time, points);
        }

        return new WireList<TouchFrame>(frames);
    }

    public static WireList<JudgeEvent> JudgeEvents(this ref WireReader reader, DecodeLimits limits)
    {
        var count = reader.Count(JudgeEventSize, limits.JudgeEvents);
        if (count == 0)
        {
            return default;
        }

        var events = new JudgeEvent[count];
        for (var index = 0; index < count && !reader.Failed; index++)
        {
            events[index] = new JudgeEvent(reader.Single(), reader.UInt32(), reader.UInt32(), reader.Judgement());
        }

        return new WireList<JudgeEvent>(events);
    }

    private static Judgement Judgement(this ref WireReader reader)
    {
        var judgement = (Judgement)reader.Byte();
        if (judgement > Data.Judgement.HoldGood)
        {
            reader.Fail(DecodeError.UnknownTag);
        }

        return judgement;
    }

    private static WireList<TouchPoint> TouchPoints(this ref WireReader reader, int limit)
    {
        var count = reader.Count(TouchPointSize, limit);
        if (count == 0)
        {
            return default;
        }

        var points = new TouchPoint[count];
        for (var index = 0; index < count; index++)
        {
            points[index] = new TouchPoint(reader.SByte(), reader.CompactPos());
        }

        return new WireList<TouchPoint>(points);
    }

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
