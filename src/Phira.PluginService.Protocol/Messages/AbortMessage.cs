namespace Phira.PluginService.Protocol.Messages;

/// <summary>A user aborted the round.</summary>
/// <param name="User">The user id.</param>
public sealed record AbortMessage(int User) : Message;
