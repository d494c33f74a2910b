namespace Phira.PluginService.GameServer.Net;

/// <summary>The decision about a connection.</summary>
/// <param name="Slot">The place of the connection; null when it is closed at once.</param>
/// <param name="Refusal">The refusal; null when it is admitted. With a slot, the connection stays to read it.</param>
internal sealed record Admission(ConnectionSlot? Slot, Refusal? Refusal);
