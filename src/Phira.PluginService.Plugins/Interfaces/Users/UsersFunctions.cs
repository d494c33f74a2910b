using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Users;

/// <summary>The functions of <c>users</c> for one instance.</summary>
internal sealed class UsersFunctions(HostContext context, IGameQueries queries, IGameCommands game, IBans bans)
{
    // The last moment that both sides can express.
    private const ulong MaximumTimestamp = 253_402_300_799_999;

    public HostReply KickUser(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[0]) is not { } user)
        {
            return Unknown(arguments[0]);
        }

        var reason = GuestText.Reason(arguments[1]);
        return HostWait.TryWait(context, token => game.KickUserAsync(user, reason, token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : HostWait.GameTimedOut;
    }

    public HostReply BanUser(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[0]) is not { Value: > 0 } user)
        {
            return NoAccount();
        }

        var reason = GuestText.Reason(arguments[1]);
        DateTimeOffset? expiresAt = null;
        if (arguments[2].IsSome)
        {
            var moment = arguments[2].Payload!.AsU64();
            if (moment > MaximumTimestamp)
            {
                return HostReply.Invalid("expires-at: milliseconds since 1970, before the year 10000");
            }

            expiresAt = DateTimeOffset.FromUnixTimeMilliseconds((long)moment);
        }

        return HostWait.TryWait(
            context,
            token => bans.BanAsync(BanTarget.Of(user), reason, expiresAt, $"plugin:{context.Plugin}", token),
            out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : HostWait.GameTimedOut;
    }

    public HostReply UnbanUser(ReadOnlySpan<ComponentValue> arguments)
    {
        if (GuestIds.User(arguments[0]) is not { Value: > 0 } user)
        {
            return NoAccount();
        }

        return HostWait.TryWait(
            context, token => bans.UnbanAsync(BanTarget.Of(user), $"plugin:{context.Plugin}", token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : HostWait.GameTimedOut;
    }

    public HostReply IsBanned(ReadOnlySpan<ComponentValue> arguments) =>
        ComponentValue.Bool(GuestIds.User(arguments[0]) is { } user && bans.Find(user) is not null);

    public HostReply ListBans(ReadOnlySpan<ComponentValue> arguments)
    {
        var shown = bans.Active
            .Where(ban => ban.Target is BanTarget.User user && Shows(user.Id))
            .OrderBy(ban => ((BanTarget.User)ban.Target).Id.Value);
        return Wit.List([.. shown], Wit.BanInfo);
    }

    public HostReply GetUserInfo(ReadOnlySpan<ComponentValue> arguments) =>
        GuestIds.User(arguments[0]) is { } user && queries.FindUser(user) is { } found
            ? Wit.UserInfo(found)
            : Unknown(arguments[0]);

    public HostReply GetOnlineUserCount(ReadOnlySpan<ComponentValue> arguments) =>
        Wit.Number(queries.OnlineUserCount);

    public HostReply ListOnlineUsers(ReadOnlySpan<ComponentValue> arguments) =>
        Wit.List([.. queries.Users.Where(user => user.IsConnected && Shows(user.Id))], Wit.UserInfo);

    private bool Shows(Core.Ids.UserId user) =>
        context.Permissions.Covers(PermissionNames.ReadUsers, new PermissionTarget { User = user });

    private static HostReply NoAccount() => HostReply.Invalid("id: 1 to 2147483647");

    private static HostReply Unknown(ComponentValue id) => new Error(GameErrors.UserNotFound, $"{id.AsU32()}");
}
