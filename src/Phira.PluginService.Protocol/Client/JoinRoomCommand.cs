using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Client;

/// <summary>Enters a room.</summary>
/// <param name="Room">The name of the room.</param>
/// <param name="Monitor">Whether to watch rather than play.</param>
public sealed record JoinRoomCommand(RoomName Room, bool Monitor) : ClientCommand;
