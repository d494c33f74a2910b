namespace Phira.PluginService.Protocol.Messages;

/// <summary>The room was locked or unlocked.</summary>
/// <param name="Lock">The new value.</param>
public sealed record LockRoomMessage(bool Lock) : Message;
