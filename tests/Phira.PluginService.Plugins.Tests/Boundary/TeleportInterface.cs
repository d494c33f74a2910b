using Phira.PluginService.Core.Ids;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;

namespace Phira.PluginService.Plugins.Tests.Boundary;

/// <summary>The interface <c>teleport</c> of the test guest of that name, with everything that a host interface can have.</summary>
internal sealed class TeleportInterface(TeleportedUsers users) : StatefulHostInterface<TeleportFunctions, TeleportCount>(
    "teleport",
    new HostFunction<TeleportFunctions>("teleport-user", teleport => teleport.TeleportUser)
    {
        Permission = PermissionNames.KickUsers,
        Target = static _ => static arguments => new PermissionTarget { User = GuestIds.User(arguments[0]) },
        Moderation = static _ => static arguments => new ModerationCall("test.teleport", $"user:{arguments[0].AsU32()}", ""),
    })
{
    /// <inheritdoc />
    protected override TeleportCount CreatePluginState(PluginName plugin) => new();

    /// <inheritdoc />
    protected override TeleportFunctions CreateInstance(InstanceScope scope, TeleportCount count) => new(scope.Context, users, count);
}
