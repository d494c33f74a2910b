using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.Core.Users;

namespace Phira.PluginService.Core.Game;

/// <summary>Reads the published snapshots of the game server. Never blocks and never waits for a room.</summary>
public interface IGameQueries
{
    /// <summary>Number of users with a live connection.</summary>
    int OnlineUserCount { get; }

    /// <summary>Number of open rooms.</summary>
    int RoomCount { get; }

    /// <summary>All users known now, those included whose connection is lost, ordered by id.</summary>
    IReadOnlyList<UserSnapshot> Users { get; }

    /// <summary>All rooms known now, ordered by handle.</summary>
    IReadOnlyList<RoomSnapshot> Rooms { get; }

    /// <summary>Finds a user.</summary>
    /// <returns>The snapshot, or null when that account is not here.</returns>
    UserSnapshot? FindUser(UserId user);

    /// <summary>Finds a room by handle.</summary>
    /// <returns>The snapshot, or null when there is no such room.</returns>
    RoomSnapshot? FindRoom(RoomId room);

    /// <summary>Finds a room by the name players type.</summary>
    /// <param name="name">The name; case matters.</param>
    /// <returns>The snapshot, or null when there is no such room.</returns>
    RoomSnapshot? FindRoom(string name);
}
