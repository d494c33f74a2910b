using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Users;
using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>Reads what users and rooms have published.</summary>
internal sealed class GameQueries(UserDirectory users, RoomDirectory rooms) : IGameQueries
{
    public int OnlineUserCount => users.OnlineCount;

    public int RoomCount => rooms.Count;

    public IReadOnlyList<UserSnapshot> Users => [.. users.All.Select(entry => entry.Snapshot).OrderBy(user => user.Id.Value)];

    public IReadOnlyList<RoomSnapshot> Rooms => [.. rooms.All.Select(room => room.Snapshot).OrderBy(room => room.Id.Value)];

    public UserSnapshot? FindUser(UserId user) => users.TryFind(user, out var entry) ? entry.Snapshot : null;

    public RoomSnapshot? FindRoom(RoomId room) => rooms.Find(room)?.Snapshot;

    public RoomSnapshot? FindRoom(string name) => RoomName.TryCreate(name, out var roomName) ? rooms.Find(roomName)?.Snapshot : null;
}
