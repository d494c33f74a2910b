using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Opens a room.</summary>
/// <param name="Room">The name of the new room.</param>
public readonly record struct CreateRoomCommand(RoomName Room)
{
    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(CreateRoomCommand command) => new(ClientCommandKind.CreateRoom, text: command.Room.Value);

    /// <summary>Converts a client command of kind CreateRoom.</summary>
    /// <param name="command">A command of this kind.</param>
    public static explicit operator CreateRoomCommand(in ClientCommand command)
    {
        command.Require(ClientCommandKind.CreateRoom);
        return new(new RoomName(command.Text));
    }
}
