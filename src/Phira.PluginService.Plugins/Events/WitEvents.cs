using System.Collections.Concurrent;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Values;

namespace Phira.PluginService.Plugins.Events;

/// <summary>Writes the values of <c>wit/event-types.wit</c> to where a guest reads them, without an object for each.</summary>
internal static class WitEvents
{
    // There are only so many types of events of the host's own, and a text for each.
    private static readonly ConcurrentDictionary<string, string> Cases = new(StringComparer.Ordinal);

    /// <summary>Writes the argument of <c>on-event</c>.</summary>
    public static void Write(ValueWriter arguments, (ulong Number, GameEvent Event, DateTimeOffset At, bool Before) call)
    {
        var value = arguments.Field(0);
        value.Field(0).U64(call.Number);
        value.Field(1).Timestamp(call.At);
        value.Field(2).Enum(call.Before ? "before" : "after");
        WritePayload(value.Field(3), call.Event);
    }

    private static void WritePayload(ValueWriter payload, GameEvent gameEvent)
    {
        var caseName = gameEvent is CustomEvent or AddedEvent ? "custom" : Cases.GetOrAdd(gameEvent.Type, static type => type.Replace('_', '-'));
        if (gameEvent is ServerStarted or ServerStopping)
        {
            payload.Case(caseName);
            return;
        }

        var content = payload.CaseOf(caseName);
        if (!TryWriteText(content, gameEvent) && !TryWriteRoom(content, gameEvent) && !TryWritePlay(content, gameEvent))
        {
            throw new ArgumentException($"The event {gameEvent.Type} has no form in WIT.", nameof(gameEvent));
        }
    }

    private static bool TryWriteText(ValueWriter content, GameEvent gameEvent)
    {
        switch (gameEvent)
        {
            case UserConnected e:
                content.UserInfo(e.User);
                return true;
            case UserDisconnected e:
                content.UserInfo(e.User);
                return true;
            case CommandInput e:
                WriteInput(content, e.User, e.Text);
                return true;
            case MessageSent e:
                WriteInput(content, e.User, e.Text);
                return true;
            case PluginStateChanged e:
                WriteTexts(content, e.Plugin.Value, e.OldState, e.NewState);
                return true;
            case ConfigChanged e:
                content.Field(0).String(e.Plugin.Value);
                content.Field(1).Number(e.Revision);
                return true;
            case CustomEvent e:
                WriteTexts(content, e.Type, e.Source, e.Data);
                return true;
            case AddedEvent e:
                WriteTexts(content, e.Type, AddedEventJson.Source, AddedEventJson.Write(e));
                return true;
            default:
                return false;
        }
    }

    private static bool TryWriteRoom(ValueWriter content, GameEvent gameEvent)
    {
        switch (gameEvent)
        {
            case RoomCreated e:
                WriteRoomAnd(content, e.Room, e.Creator);
                return true;
            case RoomDisbanded e:
                content.RoomInfo(e.Room);
                return true;
            case UserJoinedRoom e:
                content.Field(0).UserInfo(e.User);
                content.Field(1).RoomInfo(e.Room);
                content.Field(2).Bool(e.AsMonitor);
                return true;
            case UserLeftRoom e:
                content.Field(0).UserInfo(e.User);
                content.Field(1).RoomInfo(e.Room);
                return true;
            case RoomLockChanged e:
                content.RoomInfo(e.Room);
                return true;
            case RoomCycleChanged e:
                content.RoomInfo(e.Room);
                return true;
            case RoomHostChanged e:
                WriteRoomAnd(content, e.Room, e.Previous);
                return true;
            case ChartSelected e:
                WriteRoomAnd(content, e.Room, e.By);
                content.Field(2).ChartInfo(e.Chart);
                return true;
            default:
                return false;
        }
    }

    private static bool TryWritePlay(ValueWriter content, GameEvent gameEvent)
    {
        switch (gameEvent)
        {
            case GameStarted e:
                WriteRoomAnd(content, e.Room, e.Starter);
                return true;
            case GameEnded e:
                WriteResult(content, e);
                return true;
            case PlayerReady e:
                WriteInRoom(content, e.User, e.Room);
                content.Field(2).Bool(e.IsReady);
                return true;
            case PlayerFinished e:
                WriteInRoom(content, e.User, e.Room);
                content.Field(2).PlayRecord(e.Record);
                return true;
            case PlayerAborted e:
                WriteInRoom(content, e.User, e.Room);
                return true;
            case PlayerTouches e:
                WriteTouches(content, e);
                return true;
            case PlayerJudges e:
                WriteJudges(content, e);
                return true;
            default:
                return false;
        }
    }

    private static void WriteInput(ValueWriter content, UserSnapshot user, string text)
    {
        content.Field(0).UserInfo(user);
        content.Field(1).String(text);
    }

    private static void WriteTexts(ValueWriter content, string first, string second, string third)
    {
        content.Field(0).String(first);
        content.Field(1).String(second);
        content.Field(2).String(third);
    }

    private static void WriteRoomAnd(ValueWriter content, RoomSnapshot room, UserId? user)
    {
        content.Field(0).RoomInfo(room);
        content.Field(1).OptionalUser(user);
    }

    private static void WriteInRoom(ValueWriter content, UserSnapshot user, RoomId room)
    {
        content.Field(0).UserInfo(user);
        content.Field(1).Room(room);
    }

    private static void WriteResult(ValueWriter content, GameEnded ended)
    {
        content.Field(0).RoomInfo(ended.Room);
        var records = content.Field(1).List(ended.Records.Length);
        for (var next = 0; next < ended.Records.Length; next++)
        {
            records[next].PlayRecord(ended.Records[next]);
        }

        content.Field(2).Users(ended.Aborted);
    }

    private static void WriteTouches(ValueWriter content, PlayerTouches touches)
    {
        content.Field(0).User(touches.Player);
        content.Field(1).Room(touches.Room);
        var frames = content.Field(2).List(touches.Frames.Length);
        var nextFrame = 0;
        foreach (var frame in touches.Frames)
        {
            var value = frames[nextFrame++];
            value.Field(0).F32(frame.Time);
            var points = value.Field(1).List(frame.Points.Length);
            var nextPoint = 0;
            foreach (var point in frame.Points)
            {
                var written = points[nextPoint++];
                written.Field(0).S8(point.Finger);
                written.Field(1).F32(point.X);
                written.Field(2).F32(point.Y);
            }
        }
    }

    private static void WriteJudges(ValueWriter content, PlayerJudges judges)
    {
        content.Field(0).User(judges.Player);
        content.Field(1).Room(judges.Room);
        var values = content.Field(2).List(judges.Judges.Length);
        var next = 0;
        foreach (var judge in judges.Judges)
        {
            var value = values[next++];
            value.Field(0).F32(judge.Time);
            value.Field(1).U32(judge.Line);
            value.Field(2).U32(judge.Note);
            value.Field(3).Enum(Name(judge.Judgement));
        }
    }

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
