using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Users;

/// <summary>The user that the first argument names, as a target of permissions.</summary>
internal static class UserTargets
{
    /// <summary>Reads it.</summary>
    public static PermissionTarget Read(ReadOnlySpan<ComponentValue> arguments) => new() { User = GuestIds.User(arguments[0]) };
}
