namespace Phira.PluginService.Protocol.Messages;

/// <summary>The host asked everybody to get ready.</summary>
/// <param name="User">The user id.</param>
public sealed record GameStartMessage(int User) : Message;
