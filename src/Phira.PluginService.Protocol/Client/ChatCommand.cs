namespace Phira.PluginService.Protocol.Client;

/// <summary>Says something in the room.</summary>
/// <param name="Message">The text; at most 200 bytes were on the wire.</param>
public readonly record struct ChatCommand(string Message)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(ChatCommand command) => new(ClientCommandKind.Chat, text: command.Message);

    /// <summary>Converts a client command of kind Chat.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator ChatCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.Chat);
        return new(command.Text);
    }
}
