namespace Phira.PluginService.Protocol.Messages;

/// <summary>Somebody said something.</summary>
/// <param name="User">The user id; 0 for the server itself.</param>
public sealed record ChatMessage(int User, string Content) : Message;
