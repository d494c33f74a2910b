using Microsoft.Extensions.Logging;
using Phira.PluginService.Core.Events;
using Phira.PluginService.GameServer.Net;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>What a room actor acts on; none of it may block.</summary>
/// <param name="Outbox">Takes pushes.</param>
/// <param name="Membership">Learns who is where.</param>
/// <param name="Publish">Tells plugins.</param>
/// <param name="HasSubscribers">Whether any plugin listens to a type of event.</param>
/// <param name="Pick">Random choice: a number from 0 to below the argument.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logger">For faults.</param>
internal sealed record RoomServices(
    IConnectionOutbox Outbox,
    IRoomMembership Membership,
    Action<GameEvent> Publish,
    Func<string, bool> HasSubscribers,
    Func<int, int> Pick,
    TimeProvider Time,
    ILogger<RoomActor> Logger);
