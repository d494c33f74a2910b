using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Results;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Users;

/// <summary>The interface <c>users</c>.</summary>
internal static class UsersInterface
{
    // The last moment that both sides can express.
    private const ulong MaximumTimestamp = 253_402_300_799_999;

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "users",
        new HostFunction("kick-user", KickUser)
        {
            Permission = PermissionNames.KickUsers, Target = Ids.UserTarget, Moderation = Moderations.OfUser(PluginAuditActions.KickUser, reasonAt: 1),
        },
        new HostFunction("ban-user-by-id", BanUser)
        {
            Permission = PermissionNames.BanUsers, Target = Ids.UserTarget, Moderation = Moderations.OfUser(PluginAuditActions.BanUser, reasonAt: 1),
        },
        new HostFunction("unban-user", UnbanUser)
        {
            Permission = PermissionNames.BanUsers, Target = Ids.UserTarget, Moderation = Moderations.OfUser(PluginAuditActions.UnbanUser),
        },
        new HostFunction("is-banned", IsBanned) { Permission = PermissionNames.ReadUsers, Target = Ids.UserTarget },
        new HostFunction("list-bans", ListBans) { Permission = PermissionNames.ReadUsers },
        new HostFunction("get-user-info", GetUserInfo) { Permission = PermissionNames.ReadUsers, Target = Ids.UserTarget },
        new HostFunction("get-online-user-count", GetOnlineUserCount) { Permission = PermissionNames.ReadUsers },
        new HostFunction("list-online-users", ListOnlineUsers) { Permission = PermissionNames.ReadUsers });

    private static HostReply KickUser(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[0]) is not { } user)
        {
            return Unknown(arguments[0]);
        }

        var reason = GuestText.Reason(arguments[1]);
        return HostWait.TryWait(context, token => context.Services.Game.KickUserAsync(user, reason, token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : Ids.NoTimeLeft;
    }

    private static HostReply BanUser(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[0]) is not { Value: > 0 } user)
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
            token => context.Services.Bans.BanAsync(BanTarget.Of(user), reason, expiresAt, $"plugin:{context.Plugin}", token),
            out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : Ids.NoTimeLeft;
    }

    private static HostReply UnbanUser(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[0]) is not { Value: > 0 } user)
        {
            return NoAccount();
        }

        return HostWait.TryWait(
            context, token => context.Services.Bans.UnbanAsync(BanTarget.Of(user), $"plugin:{context.Plugin}", token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : Ids.NoTimeLeft;
    }

    private static HostReply IsBanned(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        ComponentValue.Bool(Ids.User(arguments[0]) is { } user && context.Services.Bans.Find(user) is not null);

    private static HostReply ListBans(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var bans = context.Services.Bans.Active
            .Where(ban => ban.Target is BanTarget.User user && Shows(context, user.Id))
            .OrderBy(ban => ((BanTarget.User)ban.Target).Id.Value);
        return Wit.List([.. bans], Wit.BanInfo);
    }

    private static HostReply GetUserInfo(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Ids.User(arguments[0]) is { } user && context.Services.Queries.FindUser(user) is { } found
            ? Wit.UserInfo(found)
            : Unknown(arguments[0]);

    private static HostReply GetOnlineUserCount(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Wit.Number(context.Services.Queries.OnlineUserCount);

    private static HostReply ListOnlineUsers(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Wit.List([.. context.Services.Queries.Users.Where(user => user.IsConnected && Shows(context, user.Id))], Wit.UserInfo);

    private static bool Shows(HostContext context, Core.Ids.UserId user) =>
        context.Permissions.Covers(PermissionNames.ReadUsers, new PermissionTarget { User = user });

    private static HostReply NoAccount() => HostReply.Invalid("id: 1 to 2147483647");

    private static HostReply Unknown(ComponentValue id) => new Error(GameErrors.UserNotFound, $"{id.AsU32()}");
}
