using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Net;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Rooms;

/// <summary>A player or monitor of a room.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">The display name.</param>
/// <param name="Language">The language tag of the account.</param>
/// <param name="ConnectedAt">When the user logged in.</param>
/// <param name="Connection">Where pushes go; null while the connection is lost.</param>
internal sealed record RoomMember(UserId Id, string Name, string Language, DateTimeOffset ConnectedAt, ConnectionId? Connection)
{
    public static RoomMember From(UserSnapshot user, ConnectionId connection) =>
        new(user.Id, user.Name, user.Language, user.ConnectedAt, connection);

    public UserInfo ToWire(bool monitor) => new(Id.Value, Name, monitor);

    public UserSnapshot ToSnapshot(RoomId? room, bool isMonitor) => new()
    {
        Id = Id,
        Name = Name,
        Language = Language,
        Room = room,
        IsMonitor = isMonitor,
        IsConnected = Connection is not null,
        ConnectedAt = ConnectedAt,
    };
}
