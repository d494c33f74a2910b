namespace Phira.PluginService.Protocol.Client;

/// <summary>The sender has finished and uploaded a record.</summary>
/// <param name="Record">The id of the record.</param>
public readonly record struct PlayedCommand(int Record)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(PlayedCommand command) => new(ClientCommandKind.Played, number: command.Record);

    /// <summary>Converts a client command of kind Played.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator PlayedCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.Played);
        return new(command.Number);
    }
}
