namespace Phira.PluginService.Protocol.Client;

/// <summary>Switches the passing on of the host role (host only).</summary>
/// <param name="Cycle">The new value; not a toggle.</param>
public readonly record struct CycleRoomCommand(bool Cycle)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(CycleRoomCommand command) => new(ClientCommandKind.CycleRoom, flag: command.Cycle);

    /// <summary>Converts a client command of kind CycleRoom.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator CycleRoomCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.CycleRoom);
        return new(command.Flag);
    }
}
