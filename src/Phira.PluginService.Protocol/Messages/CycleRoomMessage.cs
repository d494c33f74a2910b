namespace Phira.PluginService.Protocol.Messages;

/// <summary>The passing on of the host role was switched.</summary>
/// <param name="Cycle">The new value.</param>
public sealed record CycleRoomMessage(bool Cycle) : Message;
