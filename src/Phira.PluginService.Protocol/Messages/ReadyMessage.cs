namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user is ready.</summary>
/// <param name="User">The user id.</param>
public sealed record ReadyMessage(int User) : Message;
