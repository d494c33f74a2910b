using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Tests.Support;

/// <summary>A game server that holds whatever a test puts into it.</summary>
internal sealed class FakeGame : IGameQueries, IGameServerStatus, IGameDrain
{
    public List<UserSnapshot> UserList { get; } = [];

    public List<RoomSnapshot> RoomList { get; } = [];

    public int? Port { get; set; } = 12346;

    public GameDrainStatus? Status { get; set; }

    public int ConnectionCount { get; set; }

    public int OnlineUserCount => UserList.Count(user => user.IsConnected);

    public IReadOnlyList<UserSnapshot> Users => UserList;

    public int RoomCount => RoomList.Count;

    public IReadOnlyList<RoomSnapshot> Rooms => RoomList;

    public Task DrainAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public UserSnapshot? FindUser(UserId user) => UserList.Find(candidate => candidate.Id == user);

    public RoomSnapshot? FindRoom(RoomId room) => RoomList.Find(candidate => candidate.Id == room);

    public RoomSnapshot? FindRoom(string name) => RoomList.Find(candidate => candidate.Name == name);
}
