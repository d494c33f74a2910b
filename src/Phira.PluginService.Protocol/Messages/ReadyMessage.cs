namespace Phira.PluginService.Protocol.Messages;

/// <summary>Somebody is ready.</summary>
/// <param name="User">The user id.</param>
public sealed record ReadyMessage(int User) : Message;
