using Microsoft.Extensions.Logging.Abstractions;
using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Telemetry;
using Phira.PluginService.Testing.Fakes;

namespace Phira.PluginService.GameServer.Tests.Rooms;

/// <summary>Everything around a room that runs: connections, users and plugins, as a test wants them.</summary>
internal sealed class AroundARoom : IConnectionOutbox, IRoomMembership, IGameEvents
{
    private static readonly GameMetrics Metrics = new(new TestMeters());

    public Action<ConnectionId, OutgoingFrame> OnPush { get; init; } = (_, _) => { };

    public Action<RequestId, OutgoingFrame> OnReply { get; init; } = (_, _) => { };

    public Action<UserId> OnLeft { get; init; } = _ => { };

    public Action<GameEvent> OnPublish { get; init; } = _ => { };

    public Func<string, bool> HasSubscribers { get; init; } = _ => false;

    public RoomActor Room(RoomState initial, int mailboxCapacity = 16) => new(
        initial, mailboxCapacity, new RoomEffectHandler(this, this, this, Metrics), Random.Shared, TimeProvider.System, NullLogger<RoomActor>.Instance);

    void IConnectionOutbox.Push(ConnectionId to, OutgoingFrame frame) => OnPush(to, frame);

    void IConnectionOutbox.Reply(RequestId to, OutgoingFrame frame) => OnReply(to, frame);

    void IConnectionOutbox.Disconnect(ConnectionId connection)
    {
    }

    void IRoomMembership.Entered(UserId user, RoomId room, bool asMonitor)
    {
    }

    void IRoomMembership.Left(UserId user, RoomId room) => OnLeft(user);

    bool IGameEvents.HasSubscribers(string type) => HasSubscribers(type);

    ValueTask<EventDecision> IGameEvents.OfferAsync(GameEvent gameEvent, EventReplacement? replacement, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("A room asks nobody.");

    void IGameEvents.Publish(GameEvent gameEvent) => OnPublish(gameEvent);
}
