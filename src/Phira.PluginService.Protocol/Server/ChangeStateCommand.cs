using Phira.PluginService.Protocol.Data;

namespace Phira.PluginService.Protocol.Server;

/// <summary>The room is in another state now.</summary>
/// <param name="State">The new state.</param>
public sealed record ChangeStateCommand(RoomState State) : ServerCommand;
