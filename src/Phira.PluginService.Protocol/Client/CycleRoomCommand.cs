namespace Phira.PluginService.Protocol.Client;

/// <summary>Switches the passing on of the host role (host only).</summary>
/// <param name="Cycle">The new value; not a toggle.</param>
public sealed record CycleRoomCommand(bool Cycle) : ClientCommand;
