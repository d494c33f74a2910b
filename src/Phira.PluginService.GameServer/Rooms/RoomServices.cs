using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>What a room actor acts on; none of it may block.</summary>
/// <param name="Pick">Random choice: a number from 0 to below the argument.</param>
internal sealed record RoomServices(
    IConnectionOutbox Outbox,
    IRoomMembership Membership,
    Action<GameEvent> Publish,
    Func<string, bool> HasSubscribers,
    Func<int, int> Pick,
    TimeProvider Time,
    ILogger<RoomActor> Logger);
