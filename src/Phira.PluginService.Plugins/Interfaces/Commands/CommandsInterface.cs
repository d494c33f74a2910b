using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;

namespace Phira.PluginService.Plugins.Interfaces.Commands;

/// <summary>The interface <c>commands</c>.</summary>
internal sealed class CommandsInterface(ICommandClaims claims) : HostInterface<CommandsFunctions>(
    "commands",
    Offering("register-command", commands => commands.Register),
    Offering("add-command", commands => commands.Add),
    new("unregister-command", commands => commands.Unregister) { Permission = PermissionNames.RegisterCommands })
{
    /// <inheritdoc />
    protected override CommandsFunctions CreateInstance(InstanceScope scope) => new(scope.Context, scope.Registrations, claims);

    private static HostFunction<CommandsFunctions> Offering(string name, Func<CommandsFunctions, HostHandler> handler) => new(name, handler)
    {
        Permission = PermissionNames.RegisterCommands,
        Target = static _ => static arguments => new PermissionTarget { Command = arguments[0].AsString() },
    };
}
