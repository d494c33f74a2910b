namespace Phira.PluginService.Protocol.Client;

/// <summary>Locks or unlocks the room (host only).</summary>
/// <param name="Lock">The new value; not a toggle.</param>
public readonly record struct LockRoomCommand(bool Lock)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(LockRoomCommand command) => new(ClientCommandKind.LockRoom, flag: command.Lock);

    /// <summary>Converts a client command of kind LockRoom.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator LockRoomCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.LockRoom);
        return new(command.Flag);
    }
}
