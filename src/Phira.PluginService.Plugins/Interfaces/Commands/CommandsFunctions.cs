using Phira.PluginService.Core.Commands;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Commands;
using Phira.PluginService.Plugins.HostFunctions;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Subscriptions;
using Phira.PluginService.Plugins.Values;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Commands;

/// <summary>The functions of <c>commands</c> for one instance.</summary>
internal sealed class CommandsFunctions(HostContext context, Registrations registrations, ICommandClaims claims) : IGrantObserver
{
    private const int MaximumNameLength = 32;
    private const int MaximumTextLength = 500;
    private const int MaximumCommands = 64;

    public HostReply Register(ReadOnlySpan<ComponentValue> arguments)
    {
        if (TryRegister(arguments) is { } refusal)
        {
            return refusal;
        }

        var name = arguments[0].AsString();
        return claims.Claim(context.Plugin, name) is { } owner
            ? HostReply.Conflict($"/{name} belongs to {owner}; it is reached as /{context.Plugin}:{name}")
            : HostReply.Done;
    }

    public HostReply Add(ReadOnlySpan<ComponentValue> arguments)
    {
        if (TryRegister(arguments) is { } refusal)
        {
            return refusal;
        }

        var name = arguments[0].AsString();
        return ComponentValue.String(claims.Claim(context.Plugin, name) is null ? name : $"{context.Plugin}:{name}");
    }

    /// <summary>Registers a command under its full name, which nobody else can have. Null when it is registered.</summary>
    private HostReply? TryRegister(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (name.Length is 0 or > MaximumNameLength || !GuestNames.ConsistsOf(name, "-_"))
        {
            return HostReply.Invalid($"name: 1 to {MaximumNameLength} characters of a-z 0-9 - _");
        }

        if (!context.Exports(CommandDelivery.Handler))
        {
            return HostReply.Invalid("the component does not export command-handler");
        }

        var command = Read(name, GuestText.Lines(arguments[1], int.MaxValue), arguments[2]);
        if (command.Description.Length > MaximumTextLength || command.Usage.Length > MaximumTextLength)
        {
            return HostReply.Invalid($"description, usage: at most {MaximumTextLength} characters");
        }

        return registrations.TryRegister(command, MaximumCommands)
            ? (HostReply?)null
            : context.Exceeded("commands_per_plugin", $"{MaximumCommands} commands");
    }

    public HostReply Unregister(ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (!registrations.Unregister(name))
        {
            return HostReply.NotFound($"command {name}");
        }

        claims.Release(context.Plugin, name);
        return HostReply.Done;
    }

    /// <inheritdoc />
    public void OnGrantsChanged()
    {
        foreach (var name in registrations.Commands.Keys)
        {
            if (!context.Permissions.Covers(PermissionNames.RegisterCommands, new PermissionTarget { Command = name }))
            {
                registrations.Unregister(name);
                claims.Release(context.Plugin, name);
            }
        }
    }

    private CommandDescription Read(string name, string description, ComponentValue options)
    {
        if (!options.IsSome)
        {
            return new CommandDescription(name, description, "", CommandLevel.Player, TimeSpan.Zero, context.Plugin);
        }

        var given = options.Payload!;
        return new CommandDescription(
            name,
            description,
            GuestText.Lines(given.Field("usage"), int.MaxValue),
            WitCommands.ReadLevel(given.Field("level")),
            TimeSpan.FromMilliseconds(given.Field("cooldown-ms").AsU32()),
            context.Plugin);
    }
}
