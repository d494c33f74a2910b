using System.Collections.Immutable;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>A player or monitor of a room.</summary>
/// <param name="ConnectedAt">The time of the login.</param>
/// <param name="Connections">
/// The connections that pushes go to: more than one after a second login during a round, none while the connection is lost.
/// </param>
internal sealed record RoomMember(UserId Id, string Name, string Language, DateTimeOffset ConnectedAt, ImmutableArray<ConnectionId> Connections)
{
    public static RoomMember From(UserSnapshot user, ConnectionId connection) =>
        new(user.Id, user.Name, user.Language, user.ConnectedAt, [connection]);

    public UserInfo ToWire(bool monitor) => new(Id.Value, Name, monitor);

    public UserSnapshot ToSnapshot(RoomId? room, bool isMonitor) => new()
    {
        Id = Id,
        Name = Name,
        Language = Language,
        Room = room,
        IsMonitor = isMonitor,
        IsConnected = !Connections.IsEmpty,
        ConnectedAt = ConnectedAt,
    };
}
