using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The room is in another state now.</summary>
public sealed record ChangeStateCommand(RoomState State) : ServerCommand;
