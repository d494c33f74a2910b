namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user entered the room.</summary>
/// <param name="User">The user id.</param>
/// <param name="Name">The user's name.</param>
public sealed record JoinRoomMessage(int User, string Name) : Message;
