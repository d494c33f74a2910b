namespace Phira.PluginService.Protocol.Client;

/// <summary>Leaves the room.</summary>
public readonly record struct LeaveRoomCommand
{
    /// <summary>The one value there is.</summary>
    public static LeaveRoomCommand Instance => default;

    /// <summary>Converts the command to a client command.</summary>
    public static implicit operator ClientCommand(LeaveRoomCommand command) => new(ClientCommandKind.LeaveRoom);
}
