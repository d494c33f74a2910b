namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user left; clients remove the user from their list.</summary>
/// <param name="User">The user id.</param>
/// <param name="Name">The user's name.</param>
public sealed record LeaveRoomMessage(int User, string Name) : Message;
