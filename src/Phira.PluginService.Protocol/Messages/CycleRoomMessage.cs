namespace Phira.PluginService.Protocol.Messages;

/// <summary>The passing on of the host role was switched.</summary>
public sealed record CycleRoomMessage(bool Cycle) : Message;
