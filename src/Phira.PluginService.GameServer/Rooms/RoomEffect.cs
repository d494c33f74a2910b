using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;
using JudgeEvent = Phira.PluginService.Protocol.Data.JudgeEvent;
using TouchFrame = Phira.PluginService.Protocol.Data.TouchFrame;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>An effect of a transition outside of the room. Effects happen in their order. Plain data, like the commands.</summary>
internal abstract record RoomEffect
{
    /// <summary>A push to some connections.</summary>
    public sealed record Push(ImmutableArray<ConnectionId> To, OutgoingFrame Frame) : RoomEffect;

    /// <summary>The reply to the request that caused the transition. Its place among the pushes matters: games depend on it.</summary>
    public sealed record Reply(OutgoingFrame Frame) : RoomEffect;

    /// <summary>Some connections end, after what was sent to them.</summary>
    public sealed record Disconnect(ImmutableArray<ConnectionId> Connections) : RoomEffect;

    /// <summary>Something plugins may want to know.</summary>
    public sealed record Raise(GameEvent Event) : RoomEffect;

    /// <summary>A player's touches, which plugins may want to know. So many that they stay encoded until a plugin listens.</summary>
    public sealed record RaiseTouches(UserId Player, EncodedList<TouchFrame> Frames) : RoomEffect;

    /// <summary>The same for judgements.</summary>
    public sealed record RaiseJudges(UserId Player, EncodedList<JudgeEvent> Judges) : RoomEffect;

    /// <summary>After this time the room is told that the round has taken too long. Takes the place of the one before.</summary>
    public sealed record EndRoundLater(TimeSpan After, int Round) : RoomEffect;

    /// <summary>A user is now in this room.</summary>
    public sealed record Enter(UserId User, bool AsMonitor) : RoomEffect;

    /// <summary>A user is no longer in this room.</summary>
    public sealed record Exit(UserId User) : RoomEffect;
}
