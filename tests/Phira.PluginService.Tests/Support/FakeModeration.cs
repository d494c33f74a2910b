using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Ids;
using Phira.PluginService.Core.Results;

namespace Phira.PluginService.Tests.Support;

/// <summary>Everything that administrators can do to the game server; records it and answers as told.</summary>
internal sealed class FakeModeration : IBans, IServerSettings, IGameCommands, IRoomCommands
{
    public List<Ban> Bans { get; } = [];

    /// <summary>The requests so far, in words.</summary>
    public List<string> Asked { get; } = [];

    public Error? Refusal { get; set; }

    public ServerSettings Current { get; set; } = ServerSettings.Default;

    public IReadOnlyList<Ban> Active => Bans;

    public int Affected { get; set; }

    public Ban? Find(UserId user) => null;

    public int CountAffected(BanTarget target) => Affected;

    public Task<Result<Ban>> BanAsync(
        BanTarget target, string reason, DateTimeOffset? expiresAt, string bannedBy, CancellationToken cancellationToken)
    {
        Asked.Add($"ban {target} {reason}");
        if (Refusal is not null)
        {
            return Task.FromResult<Result<Ban>>(Refusal);
        }

        Bans.Add(new Ban(target, reason, expiresAt, bannedBy, new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)));
        return Task.FromResult<Result<Ban>>(Bans[^1]);
    }

    public Task<Result> UnbanAsync(BanTarget target, string unbannedBy, CancellationToken cancellationToken) => Answer($"unban {target}");

    public Task<Result<ServerSettings>> ChangeAsync(
        Func<ServerSettings, ServerSettings> change, string changedBy, CancellationToken cancellationToken)
    {
        Current = change(Current);
        return Task.FromResult<Result<ServerSettings>>(Current);
    }

    public Task<Result> KickUserAsync(UserId user, string reason, CancellationToken cancellationToken) => Answer($"kick {user.Value} {reason}");

    public Result SendMessageToUser(UserId user, string text) => Say($"tell user {user.Value} {text}");

    public Task<Result> SendMessageToRoomAsync(RoomId room, string text, CancellationToken cancellationToken) =>
        Answer($"tell room {room.Value} {text}");

    public int BroadcastMessage(string text)
    {
        Asked.Add($"tell all {text}");
        return 3;
    }

    public Task<Result> DisbandRoomAsync(RoomId room, string reason, CancellationToken cancellationToken) =>
        Answer($"disband {room.Value} {reason}");

    public Task<Result> SetLockAsync(RoomId room, bool locked, CancellationToken cancellationToken) => Answer($"lock {room.Value} {locked}");

    public Task<Result<RoomId>> CreateRoomAsync(int maxUsers, CancellationToken cancellationToken)
    {
        Asked.Add($"create {maxUsers}");
        return Task.FromResult<Result<RoomId>>(Refusal is null ? new RoomId(5) : Refusal);
    }

    public Task<Result> SetCycleAsync(RoomId room, bool cycling, CancellationToken cancellationToken) => Answer($"cycle {room.Value} {cycling}");

    public Task<Result> KickFromRoomAsync(RoomId room, UserId user, string reason, CancellationToken cancellationToken) =>
        Answer($"kick {room.Value} {user.Value} {reason}");

    public Task<Result> TransferHostAsync(RoomId room, UserId user, CancellationToken cancellationToken) => Answer($"host {room.Value} {user.Value}");

    public Task<Result> SetChartAsync(RoomId room, int chart, CancellationToken cancellationToken) => Answer($"chart {room.Value} {chart}");

    public Task<Result> StartGameAsync(RoomId room, CancellationToken cancellationToken) => Answer($"start {room.Value}");

    public Task<Result> CancelGameAsync(RoomId room, CancellationToken cancellationToken) => Answer($"cancel {room.Value}");

    private Task<Result> Answer(string asked) => Task.FromResult(Say(asked));

    private Result Say(string asked)
    {
        Asked.Add(asked);
        return Refusal is null ? Result.Success : Refusal;
    }
}
