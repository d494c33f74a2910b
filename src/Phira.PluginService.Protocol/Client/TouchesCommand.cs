using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>The movements of the player's fingers; never answered.</summary>
/// <param name="Frames">The moments, oldest first.</param>
public readonly record struct TouchesCommand(EncodedList<TouchFrame> Frames)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(TouchesCommand command) =>
        new(ClientCommandKind.Touches, list: command.Frames.Bytes, number: command.Frames.Count);

    /// <summary>Converts a client command of kind Touches.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator TouchesCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.Touches);
        return new(new EncodedList<TouchFrame>(command.List, command.Number));
    }
}
