using Phira.PluginService.Core.Events;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.GameServer.Telemetry;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>Carries out what rooms cause outside of themselves. Never waits.</summary>
internal sealed class RoomEffectHandler(IConnectionOutbox outbox, IRoomMembership membership, IGameEvents events, GameMetrics metrics)
{
    /// <param name="replyTo">The request that caused the effect; null when none did.</param>
    public void Handle(RoomEffect effect, RoomId room, RequestId? replyTo)
    {
        switch (effect)
        {
            case RoomEffect.Push push:
                foreach (var connection in push.To)
                {
                    outbox.Push(connection, push.Frame);
                }

                break;
            case RoomEffect.Reply reply:
                if (replyTo is { } request)
                {
                    outbox.Reply(request, reply.Frame);
                }

                break;
            case RoomEffect.Disconnect disconnect:
                foreach (var connection in disconnect.Connections)
                {
                    outbox.Disconnect(connection);
                }

                break;
            case RoomEffect.Enter enter:
                membership.Entered(enter.User, room, enter.AsMonitor);
                break;
            case RoomEffect.Exit exit:
                membership.Left(exit.User, room);
                break;
            default:
                Publish(effect, room);
                break;
        }
    }

    private void Publish(RoomEffect effect, RoomId room)
    {
        switch (effect)
        {
            case RoomEffect.Raise raise:
                Count(raise.Event);
                events.Publish(raise.Event);
                break;
            case RoomEffect.RaiseTouches touches when events.HasSubscribers(EventTypes.PlayerTouches):
                events.Publish(StreamEvents.Decode(room, touches));
                break;
            case RoomEffect.RaiseJudges judges when events.HasSubscribers(EventTypes.PlayerJudges):
                events.Publish(StreamEvents.Decode(room, judges));
                break;
            case RoomEffect.RaiseTouches or RoomEffect.RaiseJudges:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect, "Nobody carries out this effect.");
        }
    }

    private void Count(GameEvent gameEvent)
    {
        switch (gameEvent)
        {
            case GameStarted:
                metrics.RoundStarted();
                break;
            case GameEnded:
                metrics.RoundEnded();
                break;
        }
    }
}
