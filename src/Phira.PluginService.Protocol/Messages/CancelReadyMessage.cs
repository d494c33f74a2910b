namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user is no longer ready.</summary>
/// <param name="User">The user id.</param>
public sealed record CancelReadyMessage(int User) : Message;
