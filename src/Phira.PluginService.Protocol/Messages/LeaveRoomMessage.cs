namespace Phira.PluginService.Protocol.Messages;

/// <summary>Somebody left; clients take the user off their list.</summary>
/// <param name="User">The user id.</param>
/// <param name="Name">The user's name.</param>
public sealed record LeaveRoomMessage(int User, string Name) : Message;
