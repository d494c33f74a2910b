using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Opens a room.</summary>
/// <param name="Room">The name of the new room.</param>
public sealed record CreateRoomCommand(RoomName Room) : ClientCommand;
