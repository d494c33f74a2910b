using Phira.PluginService.Core.Commands;
using Phira.PluginService.Packaging.Security;
using Phira.PluginService.Plugins.Permissions;
using Phira.PluginService.Plugins.Values;
using Phira.PluginService.Sandbox.Limits;
using Wasmtime.Components;

namespace Phira.PluginService.Plugins.Interfaces.Commands;

/// <summary>The interface <c>commands</c>.</summary>
internal static class CommandsInterface
{
    private const int MaximumNameLength = 32;
    private const int MaximumTextLength = 500;
    private const int MaximumCommands = 64;

    /// <summary>Its functions.</summary>
    public static HostInterface Definition { get; } = new(
        "commands",
        Offering("register-command", Register),
        Offering("add-command", Add),
        new HostFunction("unregister-command", Unregister) { Permission = PermissionNames.RegisterCommands });

    private static HostFunction Offering(string name, HostHandler handler) => new(name, handler)
    {
        Permission = PermissionNames.RegisterCommands,
        Target = static (_, arguments) => new PermissionTarget { Command = arguments[0].AsString() },
    };

    private static HostReply Register(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (TryRegister(context, arguments) is { } refusal)
        {
            return refusal;
        }

        var name = arguments[0].AsString();
        return context.Services.Commands.Claim(context.Plugin, name) is { } owner
            ? HostReply.Conflict($"/{name} belongs to {owner}; it is reached as /{context.Plugin}:{name}")
            : HostReply.Done;
    }

    private static HostReply Add(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        if (TryRegister(context, arguments) is { } refusal)
        {
            return refusal;
        }

        var name = arguments[0].AsString();
        return ComponentValue.String(context.Services.Commands.Claim(context.Plugin, name) is null ? name : $"{context.Plugin}:{name}");
    }

    /// <summary>Registers a command under its full name, which nobody else can have. Null when it is registered.</summary>
    private static HostReply? TryRegister(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (name.Length is 0 or > MaximumNameLength || !name.All(IsAllowed))
        {
            return HostReply.Invalid($"name: 1 to {MaximumNameLength} characters of a-z 0-9 - _");
        }

        if (!context.HandlesCommands)
        {
            return HostReply.Invalid("the component does not export command-handler");
        }

        var command = Read(context, name, GuestText.Lines(arguments[1], int.MaxValue), arguments[2]);
        if (command.Description.Length > MaximumTextLength || command.Usage.Length > MaximumTextLength)
        {
            return HostReply.Invalid($"description, usage: at most {MaximumTextLength} characters");
        }

        return context.Registrations.TryRegister(command, MaximumCommands)
            ? (HostReply?)null
            : context.Exceeded(LimitNames.CommandsPerPlugin, $"{MaximumCommands} commands");
    }

    private static HostReply Unregister(HostContext context, ReadOnlySpan<ComponentValue> arguments)
    {
        var name = arguments[0].AsString();
        if (!context.Registrations.Unregister(name))
        {
            return HostReply.NotFound($"command {name}");
        }

        context.Services.Commands.Release(context.Plugin, name);
        return HostReply.Done;
    }

    private static CommandDescription Read(HostContext context, string name, string description, ComponentValue options)
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

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_';
}
