using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Enters a room.</summary>
/// <param name="Room">The name of the room.</param>
/// <param name="Monitor">Whether to watch rather than play.</param>
public readonly record struct JoinRoomCommand(RoomName Room, bool Monitor)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(JoinRoomCommand command) =>
        new(ClientCommandKind.JoinRoom, text: command.Room.Value, flag: command.Monitor);

    /// <summary>Converts a client command of kind JoinRoom.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator JoinRoomCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.JoinRoom);
        return new(new RoomName(command.Text), command.Flag);
    }
}
