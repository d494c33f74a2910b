using Phira.PluginService.Core.Results;
using Phira.PluginService.Core.Users;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Users;

/// <summary>The interface <c>users</c>.</summary>
internal static class UsersInterface
{
    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "users",
        new HostFunction("kick-user", KickUser) { Permission = PermissionNames.KickUsers, Target = Ids.UserTarget },
        new HostFunction("ban-user-by-id", Handler: null),
        new HostFunction("unban-user", Handler: null),
        new HostFunction("is-banned", Handler: null),
        new HostFunction("list-bans", Handler: null),
        new HostFunction("get-user-info", GetUserInfo) { Permission = PermissionNames.ReadUsers, Target = Ids.UserTarget },
        new HostFunction("get-online-user-count", GetOnlineUserCount) { Permission = PermissionNames.ReadUsers },
        new HostFunction("list-online-users", ListOnlineUsers) { Permission = PermissionNames.ReadUsers });

    private static HostReply KickUser(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (Ids.User(arguments[0]) is not { } user)
        {
            return Unknown(arguments[0]);
        }

        var reason = arguments[1].AsString();
        return HostWait.TryWait(context, token => context.Services.Game.KickUserAsync(user, reason, token), out var result)
            ? result.IsSuccess ? HostReply.Done : result.Error
            : Ids.NoTimeLeft;
    }

    private static HostReply GetUserInfo(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Ids.User(arguments[0]) is { } user && context.Services.Queries.FindUser(user) is { } found
            ? Wit.UserInfo(found)
            : Unknown(arguments[0]);

    private static HostReply GetOnlineUserCount(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Wit.Number(context.Services.Queries.OnlineUserCount);

    private static HostReply ListOnlineUsers(HostContext context, ReadOnlySpan<ComponentValue> arguments) =>
        Wit.List([.. context.Services.Queries.Users.Where(user => user.IsConnected && Shows(context, user))], Wit.UserInfo);

    private static bool Shows(HostContext context, UserSnapshot user) =>
        context.Permissions.Covers(PermissionNames.ReadUsers, new PermissionTarget { User = user.Id });

    private static HostReply Unknown(ComponentValue id) => new Error(GameErrors.UserNotFound, $"{id.AsU32()}");
}
