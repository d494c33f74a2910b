namespace Phira.PluginService.Protocol.Messages;

/// <summary>Somebody gave up the round.</summary>
/// <param name="User">The user id.</param>
public sealed record AbortMessage(int User) : Message;
