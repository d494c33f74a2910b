using Microsoft.Extensions.Options;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Localization;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Rooms;
using Phira.PluginService.GameServer.Configuration;
using Phira.PluginService.GameServer.Lifetime;
using Phira.PluginService.GameServer.Rooms;
using Phira.PluginService.GameServer.Settings;
using Phira.PluginService.GameServer.Text;
using Phira.PluginService.GameServer.Upstream;

namespace Phira.PluginService.GameServer.Ports;

/// <summary>Passes the wishes of plugins and administrators on to the rooms, which carry them out by their own rules.</summary>
internal sealed class RoomCommands(
    RoomDirectory rooms, IPhiraApi api, LiveSettings settings, ServerSwitches switches, IOptions<GameServerOptions> options) : IRoomCommands
{
    private readonly GameLimits _limits = options.Value.Limits;

    public async Task<Result<RoomId>> CreateRoomAsync(int maxUsers, CancellationToken cancellationToken)
    {
        if (maxUsers < 1 || maxUsers > _limits.MaxPlayersPerRoom)
        {
            return new Error(RoomErrors.SizeOutOfRange, $"{maxUsers}", $"{_limits.MaxPlayersPerRoom}");
        }

        if (switches.IsStopping || !settings.Current.IsRoomCreationOn)
        {
            return new Error(RoomErrors.CreationOff);
        }

        return await rooms.OpenEmptyAsync(maxUsers).WaitAsync(cancellationToken);
    }

    public Task<Result> DisbandRoomAsync(RoomId room, string reason, CancellationToken cancellationToken) =>
        AskAsync(room, new RoomCommand.Disband(reason), cancellationToken);

    public Task<Result> SetLockAsync(RoomId room, bool locked, CancellationToken cancellationToken) =>
        AskAsync(room, new RoomCommand.SetLock(By: null, locked), cancellationToken);

    public Task<Result> SetCycleAsync(RoomId room, bool cycling, CancellationToken cancellationToken) =>
        AskAsync(room, new RoomCommand.SetCycle(By: null, cycling), cancellationToken);

    public Task<Result> KickFromRoomAsync(RoomId room, UserId user, string reason, CancellationToken cancellationToken) =>
        AskAsync(room, new RoomCommand.Expel(user, reason), cancellationToken, user);

    public Task<Result> TransferHostAsync(RoomId room, UserId user, CancellationToken cancellationToken) =>
        AskAsync(room, new RoomCommand.TransferHost(user), cancellationToken, user);

    public async Task<Result> SetChartAsync(RoomId room, int chart, CancellationToken cancellationToken)
    {
        if (rooms.Find(room) is not { } actor)
        {
            return new Error(GameErrors.RoomNotFound, room.ToString());
        }

        if (await actor.AskAsync(new RoomCommand.CheckSelectChart(By: null)).WaitAsync(cancellationToken) is { } refusal)
        {
            return ErrorOf(refusal, room, user: null);
        }

        var found = await api.GetChartAsync(chart, cancellationToken);
        return found.IsSuccess
            ? await AskAsync(room, new RoomCommand.SelectChart(By: null, found.Value.Chart), cancellationToken)
            : found.Error;
    }

    public Task<Result> StartGameAsync(RoomId room, CancellationToken cancellationToken) => switches.IsStopping
        ? Task.FromResult<Result>(new Error(RoomErrors.CreationOff))
        : AskAsync(room, new RoomCommand.RequestStart(By: null), cancellationToken);

    public async Task<Result> CancelGameAsync(RoomId room, CancellationToken cancellationToken)
    {
        // To a player the room answers success in any other phase, as the game expects; here it would be a lie.
        if (rooms.Find(room) is { Snapshot.Phase: not RoomPhase.WaitingForReady })
        {
            return new Error(RoomErrors.WrongPhase, room.ToString());
        }

        return await AskAsync(room, new RoomCommand.CancelReady(By: null), cancellationToken);
    }

    private async Task<Result> AskAsync(RoomId room, RoomCommand command, CancellationToken cancellationToken, UserId? user = null)
    {
        if (rooms.Find(room) is not { } actor)
        {
            return new Error(GameErrors.RoomNotFound, room.ToString());
        }

        var refusal = await actor.AskAsync(command).WaitAsync(cancellationToken);
        return refusal is null ? Result.Success : ErrorOf(refusal, room, user);
    }

    private static Error ErrorOf(LocalizedText refusal, RoomId room, UserId? user)
    {
        var code = refusal switch
        {
            _ when refusal == GameTexts.NoRoom && user is null => GameErrors.RoomNotFound,
            _ when refusal == GameTexts.NoRoom => RoomErrors.NoSuchMember,
            _ when refusal == GameTexts.NotAPlayer => RoomErrors.NoSuchPlayer,
            _ when refusal == GameTexts.InvalidState => RoomErrors.WrongPhase,
            _ when refusal == GameTexts.NoChartSelected => RoomErrors.NoChart,
            _ when refusal == GameTexts.NoPlayers => RoomErrors.NoPlayers,
            _ when refusal == GameTexts.Busy => RoomErrors.Busy,
            _ => RoomErrors.Fault,
        };
        return code == RoomErrors.NoSuchMember || code == RoomErrors.NoSuchPlayer
            ? new Error(code, $"{user}", room.ToString())
            : new Error(code, room.ToString());
    }
}
