namespace Phira.PluginService.Protocol.Messages;

/// <summary>The room was locked or unlocked.</summary>
public sealed record LockRoomMessage(bool Lock) : Message;
