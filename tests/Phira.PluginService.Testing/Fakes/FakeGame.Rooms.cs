using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Testing.Fakes;

/// <summary>Managing rooms: recorded, and refused when there is no such room.</summary>
public sealed partial class FakeGame : IRoomCommands
{
    /// <summary>The handle that the next room opened gets.</summary>
    public RoomId NextRoom { get; set; } = new(100);

    /// <inheritdoc />
    public async Task<Result<RoomId>> CreateRoomAsync(int maxUsers, CancellationToken cancellationToken)
    {
        await ActAsync($"create {maxUsers}", null, cancellationToken);
        return NextRoom;
    }

    /// <inheritdoc />
    public Task<Result> DisbandRoomAsync(RoomId room, string reason, CancellationToken cancellationToken) =>
        ManageAsync(room, $"disband {room.Value}: {reason}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> SetLockAsync(RoomId room, bool locked, CancellationToken cancellationToken) =>
        ManageAsync(room, $"lock {room.Value}: {locked}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> SetCycleAsync(RoomId room, bool cycling, CancellationToken cancellationToken) =>
        ManageAsync(room, $"cycle {room.Value}: {cycling}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> KickFromRoomAsync(RoomId room, UserId user, string reason, CancellationToken cancellationToken) =>
        ManageAsync(room, $"kick {room.Value} {user.Value}: {reason}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> TransferHostAsync(RoomId room, UserId user, CancellationToken cancellationToken) =>
        ManageAsync(room, $"host {room.Value}: {user.Value}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> SetChartAsync(RoomId room, int chart, CancellationToken cancellationToken) =>
        ManageAsync(room, $"chart {room.Value}: {chart}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> StartGameAsync(RoomId room, CancellationToken cancellationToken) =>
        ManageAsync(room, $"start {room.Value}", cancellationToken);

    /// <inheritdoc />
    public Task<Result> CancelGameAsync(RoomId room, CancellationToken cancellationToken) =>
        ManageAsync(room, $"cancel {room.Value}", cancellationToken);

    private Task<Result> ManageAsync(RoomId room, string what, CancellationToken cancellationToken) =>
        ActAsync(what, FindRoom(room) is null ? new Error(GameErrors.RoomNotFound, $"{room.Value}") : null, cancellationToken);
}
