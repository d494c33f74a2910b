using System.Collections.Immutable;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Server;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>What a transition causes outside of the room, in the order in which it must happen.</summary>
internal abstract record RoomEffect
{
    /// <summary>A push to some connections.</summary>
    public sealed record Send(ImmutableArray<ConnectionId> To, ServerCommand Command) : RoomEffect;

    /// <summary>The reply to the request that caused the transition.</summary>
    public sealed record Reply(ServerCommand Command) : RoomEffect;

    /// <summary>Some connections end, after what was sent to them.</summary>
    public sealed record Disconnect(ImmutableArray<ConnectionId> Whom) : RoomEffect;

    /// <summary>Something plugins may want to know.</summary>
    public sealed record Raise(GameEvent Event) : RoomEffect;

    /// <summary>The same for what is so frequent that it is read only while a plugin listens.</summary>
    public sealed record RaiseIfSubscribed(string Type, Func<GameEvent> Read) : RoomEffect;

    /// <summary>After this time the room is told that the round has taken too long. Takes the place of the one before.</summary>
    public sealed record EndRoundLater(TimeSpan After, int Round) : RoomEffect;

    /// <summary>A user is now in this room.</summary>
    public sealed record Enter(UserId User, bool AsMonitor) : RoomEffect;

    /// <summary>A user is no longer in this room.</summary>
    public sealed record Exit(UserId User) : RoomEffect;
}
