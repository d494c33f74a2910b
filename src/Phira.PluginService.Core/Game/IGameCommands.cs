using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Game;

/// <summary>Acts on the game server on behalf of a plugin or an administrator. What only queues messages never waits, and so is synchronous.</summary>
public interface IGameCommands
{
    /// <summary>Removes a user: the reason is shown in the game, then the connection is closed.</summary>
    /// <param name="user">The user to act on.</param>
    /// <param name="reason">The text that the player reads; at most 200 characters are shown.</param>
    /// <param name="cancellationToken">Cancels waiting, not the kick.</param>
    /// <returns>Success, or <c>user.not_found</c>.</returns>
    Task<Result> KickUserAsync(UserId user, string reason, CancellationToken cancellationToken);

    /// <summary>Shows a system message (from user 0) to one user.</summary>
    /// <param name="user">The user to act on.</param>
    /// <param name="text">The text that the player reads.</param>
    /// <returns>Success, or <c>user.not_found</c>.</returns>
    Result SendMessageToUser(UserId user, string text);

    /// <summary>Shows a system message (from user 0) to everybody in a room.</summary>
    /// <param name="text">The text that the players read.</param>
    /// <returns>Success, or <c>room.not_found</c>.</returns>
    Task<Result> SendMessageToRoomAsync(RoomId room, string text, CancellationToken cancellationToken);

    /// <summary>Shows a system message (from user 0) to every connected user.</summary>
    /// <param name="text">The text that the players read.</param>
    /// <returns>The number of users it was sent to.</returns>
    int BroadcastMessage(string text);
}
