namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user sent a chat message.</summary>
/// <param name="User">The user id; 0 for the server itself.</param>
public sealed record ChatMessage(int User, string Content) : Message;
