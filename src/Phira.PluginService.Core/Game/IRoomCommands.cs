using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Core.Game;

/// <summary>
/// Manages rooms on behalf of a plugin or an administrator, who need not be in the room and are not asked for consent by other plugins. Every call
/// may answer <c>room.not_found</c> or <c>room.busy</c>.
/// </summary>
public interface IRoomCommands
{
    /// <summary>Opens an empty room. The first player to join leads it; it ends when the last member leaves.</summary>
    /// <param name="maxUsers">Maximum number of players, from 1 to the server's own limit.</param>
    /// <returns>The room's handle, <c>room.size_out_of_range</c>, <c>room.limit_reached</c> or <c>room.creation_off</c>.</returns>
    Task<Result<RoomId>> CreateRoomAsync(int maxUsers, CancellationToken cancellationToken);

    /// <summary>Ends a room: its members read why and are disconnected, because the game client has no other way to leave.</summary>
    /// <param name="reason">The text that the members read.</param>
    Task<Result> DisbandRoomAsync(RoomId room, string reason, CancellationToken cancellationToken);

    /// <summary>Keeps further players out, or lets them in again.</summary>
    /// <param name="locked">Whether to keep them out.</param>
    Task<Result> SetLockAsync(RoomId room, bool locked, CancellationToken cancellationToken);

    /// <summary>Lets the host change after each round, or not.</summary>
    /// <param name="cycling">Whether the host changes.</param>
    Task<Result> SetCycleAsync(RoomId room, bool cycling, CancellationToken cancellationToken);

    /// <summary>Removes a member: it reads why and is disconnected, and may come back to the server at once.</summary>
    /// <param name="user">The user to act on.</param>
    /// <param name="reason">The text that the member reads.</param>
    /// <returns>Success, or <c>room.no_such_member</c>.</returns>
    Task<Result> KickFromRoomAsync(RoomId room, UserId user, string reason, CancellationToken cancellationToken);

    /// <summary>Makes another player host. Not while the room gets ready: its game could then neither start nor cancel.</summary>
    /// <returns>Success, <c>room.no_such_player</c> or <c>room.wrong_phase</c>.</returns>
    Task<Result> TransferHostAsync(RoomId room, UserId user, CancellationToken cancellationToken);

    /// <summary>Selects a chart.</summary>
    /// <param name="chart">The chart's id on Phira.</param>
    /// <returns>Success, <c>room.wrong_phase</c>, or why Phira did not tell the chart.</returns>
    Task<Result> SetChartAsync(RoomId room, int chart, CancellationToken cancellationToken);

    /// <summary>Asks the members to get ready, as the host does; the round begins when they are.</summary>
    /// <returns>Success, <c>room.wrong_phase</c>, <c>room.no_chart</c> or <c>room.no_players</c>.</returns>
    Task<Result> StartGameAsync(RoomId room, CancellationToken cancellationToken);

    /// <summary>Calls a round off whose players are getting ready. A round that is being played cannot be taken out of the games.</summary>
    /// <returns>Success, or <c>room.wrong_phase</c>.</returns>
    Task<Result> CancelGameAsync(RoomId room, CancellationToken cancellationToken);
}
