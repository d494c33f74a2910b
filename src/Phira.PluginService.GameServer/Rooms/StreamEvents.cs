using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Data;
using JudgeEvent = Phira.PluginService.Core.Events.JudgeEvent;
using Judgement = Phira.PluginService.Core.Events.Judgement;
using TouchFrame = Phira.PluginService.Core.Events.TouchFrame;
using TouchPoint = Phira.PluginService.Core.Events.TouchPoint;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Decodes streams into the events that plugins get.</summary>
internal static class StreamEvents
{
    public static PlayerTouches Decode(RoomId room, RoomEffect.RaiseTouches touches) => new(touches.Player, room, ReadFrames(touches.Frames));

    public static PlayerJudges Decode(RoomId room, RoomEffect.RaiseJudges judges) => new(judges.Player, room, ReadEvents(judges.Judges));

    private static ImmutableArray<TouchFrame> ReadFrames(EncodedList<Protocol.Data.TouchFrame> frames)
    {
        var read = ImmutableArray.CreateBuilder<TouchFrame>(frames.Count);
        foreach (var frame in frames)
        {
            read.Add(new TouchFrame(frame.Time, ReadPoints(frame.Points)));
        }

        return read.MoveToImmutable();
    }

    private static ImmutableArray<TouchPoint> ReadPoints(EncodedList<Protocol.Data.TouchPoint> points)
    {
        var read = ImmutableArray.CreateBuilder<TouchPoint>(points.Count);
        foreach (var point in points)
        {
            read.Add(new TouchPoint(point.Finger, point.Position.X, point.Position.Y));
        }

        return read.MoveToImmutable();
    }

    private static ImmutableArray<JudgeEvent> ReadEvents(EncodedList<Protocol.Data.JudgeEvent> events)
    {
        var read = ImmutableArray.CreateBuilder<JudgeEvent>(events.Count);
        foreach (var judge in events)
        {
            read.Add(new JudgeEvent(judge.Time, judge.Line, judge.Note, (Judgement)judge.Judgement));
        }

        return read.MoveToImmutable();
    }
}
