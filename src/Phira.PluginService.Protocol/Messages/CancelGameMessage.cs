namespace Phira.PluginService.Protocol.Messages;

/// <summary>The host called the start off.</summary>
/// <param name="User">The user id.</param>
public sealed record CancelGameMessage(int User) : Message;
