namespace Phira.PluginService.Protocol.Messages;

/// <summary>The room was opened.</summary>
/// <param name="User">The user id.</param>
public sealed record CreateRoomMessage(int User) : Message;
