using Phira.PluginService.Core.Bans;
using Phira.PluginService.Core.Game;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Interfaces.Users;

/// <summary>The interface <c>users</c>.</summary>
internal sealed class UsersInterface(IGameQueries queries, IGameCommands game, IBans bans) : HostInterface<UsersFunctions>(
    "users",
    Moderating("kick-user", users => users.KickUser, PermissionNames.KickUsers, PluginAuditActions.KickUser, reasonAt: 1),
    Moderating("ban-user-by-id", users => users.BanUser, PermissionNames.BanUsers, PluginAuditActions.BanUser, reasonAt: 1),
    Moderating("unban-user", users => users.UnbanUser, PermissionNames.BanUsers, PluginAuditActions.UnbanUser),
    new("is-banned", users => users.IsBanned) { Permission = PermissionNames.ReadUsers, Target = static _ => UserTargets.Read },
    new("list-bans", users => users.ListBans) { Permission = PermissionNames.ReadUsers },
    new("get-user-info", users => users.GetUserInfo) { Permission = PermissionNames.ReadUsers, Target = static _ => UserTargets.Read },
    new("get-online-user-count", users => users.GetOnlineUserCount) { Permission = PermissionNames.ReadUsers },
    new("list-online-users", users => users.ListOnlineUsers) { Permission = PermissionNames.ReadUsers })
{
    /// <inheritdoc />
    protected override UsersFunctions CreateInstance(InstanceScope scope) => new(scope.Context, queries, game, bans);

    /// <param name="reasonAt">The position of the argument with the reason; negative when there is none.</param>
    private static HostFunction<UsersFunctions> Moderating(
        string name, Func<UsersFunctions, HostHandler> handler, string permission, string action, int reasonAt = -1) => new(name, handler)
        {
            Permission = permission,
            Target = static _ => UserTargets.Read,
            Moderation = _ => arguments =>
                new ModerationCall(action, $"user:{arguments[0].AsU32()}", reasonAt < 0 ? "" : GuestText.Reason(arguments[reasonAt])),
        };
}
