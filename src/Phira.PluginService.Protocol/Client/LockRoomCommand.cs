namespace Phira.PluginService.Protocol.Client;

/// <summary>Locks or unlocks the room (host only).</summary>
/// <param name="Lock">The new value; not a toggle.</param>
public sealed record LockRoomCommand(bool Lock) : ClientCommand;
