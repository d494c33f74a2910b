using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Protocol.Data;
using Phira.PluginService.Protocol.Server;
using JudgeEvent = Phira.PluginService.Core.Events.JudgeEvent;
using Judgement = Phira.PluginService.Core.Events.Judgement;
using TouchFrame = Phira.PluginService.Core.Events.TouchFrame;
using TouchPoint = Phira.PluginService.Core.Events.TouchPoint;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>
/// What spectators see of a round. Only players, and only while the round is played: wrong data at another time, or from
/// somebody else, crashes the spectators' games. Never answered.
/// </summary>
internal static class StreamRules
{
    public static RoomTransition Touches(RoomChange change, RoomCommand.Touches command)
    {
        if (MayStream(change.State, command.By))
        {
            change.Send(change.State.Monitors, new PlayerTouchesCommand(command.By.Value, command.Frames));
            var room = change.State.Id;
            change.RaiseIfSubscribed(EventTypes.PlayerTouches, () => new PlayerTouches(command.By, room, ReadFrames(command.Frames)));
        }

        return change.Done();
    }

    public static RoomTransition Judges(RoomChange change, RoomCommand.Judges command)
    {
        if (MayStream(change.State, command.By))
        {
            change.Send(change.State.Monitors, new PlayerJudgesCommand(command.By.Value, command.Events));
            var room = change.State.Id;
            change.RaiseIfSubscribed(EventTypes.PlayerJudges, () => new PlayerJudges(command.By, room, ReadEvents(command.Events)));
        }

        return change.Done();
    }

    private static bool MayStream(RoomState state, UserId user) => state.Round is RoomRound.Playing && state.IsPlayer(user);

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
